import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { DeploymentRecord } from '../deployments/DeploymentStore.ts';
import { DeploymentStore } from '../deployments/DeploymentStore.ts';
import { findFreePort } from '../git/__testUtils__/createTestGitHost.ts';
import { SimulatedServices } from './SimulatedServices.ts';
import { startSimulators } from './startSimulators.ts';
import { Troubles } from './Troubles.ts';

const untilMs = Date.UTC(2026, 10, 25, 12);
const hourMs = 3_600_000;
const record: DeploymentRecord = {
  manifestVersion: '4.12.3',
  newest: { version: '4.12.3' },
  versions: { production: '4.12.3' },
};

async function failuresOf(url: string): Promise<number> {
  const response = await fetch(`${url}/services/payment-service/metrics`);
  assert.equal(response.status, 200);
  assert.match(
    response.headers.get('content-type') ?? '',
    /^application\/openmetrics-text; version=1\.0\.0/,
  );
  const lines = (await response.text()).split('\n');
  return lines
    .filter(line => /^http_requests_total\{.*code="502"/.test(line))
    .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

test('serves each service, and payments recover by a deployment', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-metrics-'));
  t.after(() => rm(folder, { recursive: true }));
  const deployments = new DeploymentStore(path.join(folder, 'versions.json'));
  deployments.adopt('payment-service', record);
  const open = () =>
    Troubles.open({
      file: path.join(folder, 'troubles.json'),
      history: { untilMs, incidents: new Map() },
      deployments,
    });
  const services = new SimulatedServices(open());
  const url = `http://localhost:${await findFreePort()}`;
  let now = untilMs - 3 * hourMs;
  const server = await startSimulators({ url, services, now: () => now });
  t.after(() => server.close());

  assert.equal(await failuresOf(url), 0);
  now = untilMs;
  // Restarted by the deployment two hours ago, and failing since.
  assert.ok((await failuresOf(url)) > 500);
  for (const name of services.names) {
    const response = await fetch(`${url}/services/${name}/metrics`);
    assert.ok((await response.text()).endsWith('# EOF\n'));
  }
  assert.equal((await fetch(`${url}/services/none/metrics`)).status, 404);
  assert.equal((await fetch(url, { method: 'POST' })).status, 405);
  assert.match(await (await fetch(url)).text(), /^\/services\/payment-service/);

  t.mock.method(Date, 'now', () => now);
  deployments.deploy('payment-service', {
    environment: 'production',
    version: '4.12.4',
    manifestVersion: '4.12.3',
  });
  now += hourMs;
  assert.equal(await failuresOf(url), 0);
  const recovered = open().faultsOf('payment-service', '500');
  assert.equal(recovered.at(-1)?.untilMinute, untilMs / 60_000 + 1);
});
