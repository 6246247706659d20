import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { readFixture } from '../readFixture.ts';
import { SampleResources } from './provisioning.ts';
import { SampleDataSender } from './SampleDataSender.ts';

const inputSchema = z.object({ name: z.string(), environment: z.string() });

/** A portal that works on each request until it is asked again. */
class TestPortal {
  definitionCount = 1;
  readonly log: string[] = [];
  readonly #states = new Map<string, string>();

  async request(
    persona: string,
    url: string,
    { headers, body }: { headers?: Record<string, string>; body?: unknown },
  ): Promise<unknown> {
    if (url === '/api/provisioning/definitions') {
      return { definitions: Array(this.definitionCount++).fill({}) };
    }
    if (url.startsWith('/api/provisioning/resources/')) {
      return { outputs: { database: url.split('/').at(-1) } };
    }
    if (url.endsWith('/approve')) {
      const key = url.split('/').at(-2) ?? '';
      this.log.push(`${persona} approves ${key}`);
      this.#states.set(key, 'running');
      return {};
    }
    const { name, environment } = inputSchema.parse(body);
    const key = headers?.['Idempotency-Key'] ?? '';
    const before = this.#states.get(key);
    if (!before) {
      this.log.push(`${persona} asks for ${name} in ${environment}`);
    }
    const first =
      environment === 'production' ? 'awaiting-approval' : 'running';
    const state = before === 'running' ? 'done' : before ?? first;
    this.#states.set(key, state);
    return { id: key, state, planHash: 'hash', resource: { id: key } };
  }
}

test('asks for each resource once, and leaves two to be approved', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-resources-'));
  t.after(() => rm(folder, { recursive: true }));
  const portal = new TestPortal();
  const changed: unknown[] = [];
  const problems: string[] = [];
  const run = async () => {
    const sample = new SampleResources({
      sessions: {
        open: async persona => ({
          request: (url, options) => portal.request(persona, url, options),
        }),
      },
      server: {
        closeDatabase: async name => {
          changed.push([name, 'closed']);
        },
        limitConnections: async (...change) => {
          changed.push(change);
        },
        restoreDatabase: async name => {
          changed.push([name]);
        },
      },
      definitionCount: 3,
      file: path.join(folder, 'resources.json'),
    });
    await new SampleDataSender({
      samples: [sample],
      retryMs: 1,
      log: problem => problems.push(problem),
    }).run();
    return sample.isComplete;
  };

  assert.equal(await run(), true);
  assert.deepEqual(problems, []);
  const asked = portal.log.filter(line => line.includes(' asks for '));
  assert.equal(asked.length, 14);
  assert.equal(new Set(asked).size, 14);
  assert.deepEqual(
    portal.log.filter(line => line.includes(' approves ')),
    ['platform-admin approves sample-production-ledger'],
  );
  assert.deepEqual(changed, [
    ['sample-staging-catalogue', 80],
    ['sample-dev-load-test', 'closed'],
    ['orders_before_move_5d0e2c11'],
  ]);

  const before = [...portal.log];
  assert.equal(await run(), true);
  assert.deepEqual(portal.log, before);
  assert.equal(changed.length, 3);
});

const leasesSchema = z.array(
  z.object({
    request: z.looseObject({
      type: z.string(),
      environment: z.string(),
      leaseDays: z.number().optional(),
    }),
  }),
);

const definitionSchema = z.looseObject({
  spec: z.looseObject({
    match: z.looseObject({ environmentType: z.string() }),
    lease: z.object({ graceDays: z.number() }).optional(),
  }),
});

async function readGraceDays(type: string): Promise<number> {
  const file = path.join(
    import.meta.dirname,
    `../../../../examples/acme/platform-resources/definitions/${type}.yaml`,
  );
  const found = parseAllDocuments(await readFile(file, 'utf8'))
    .map(document => definitionSchema.parse(document.toJS()))
    .find(({ spec }) => spec.match.environmentType === 'development');
  return found?.spec.lease?.graceDays ?? 0;
}

test('has a lease that is over on each of the first 90 days', async () => {
  const samples = readFixture('sampleData/resources.yaml', leasesSchema);
  const leases = await Promise.all(
    samples
      .filter(({ request }) => request.environment === 'dev')
      .map(async ({ request: { leaseDays = 30, type } }) => ({
        endsOn: leaseDays,
        goneOn: leaseDays + (await readGraceDays(type)),
      })),
  );
  for (let day = 1; day <= 90; day++) {
    assert.ok(
      leases.some(({ endsOn, goneOn }) => day >= endsOn && day < goneOn),
      `no lease is over on day ${day}`,
    );
  }
});
