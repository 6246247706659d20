import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { personas } from '../personas.ts';
import { RepositoryManifestSource } from '../manifests.ts';
import { createTestGitHost } from './__testUtils__/createTestGitHost.ts';
import { createGitHost } from './createGitHost.ts';

async function readHeads(host: {
  git(args: string[]): Promise<string>;
  url: string;
}) {
  return host.git(['ls-remote', `${host.url}/acme/payment-service.git`]);
}

test('keeps pushes and deletions over a restart and adds new folders', async t => {
  const host = await createTestGitHost();
  t.after(() => host.close());
  const clone = await host.clone('payment-service', 'payments-dev');
  await host.commit(clone, { 'kept.txt': 'kept\n' });
  await host.git(['push', '--quiet', 'origin', 'main'], clone);
  await host.api('/repos/acme/user-service', {
    method: 'DELETE',
    as: 'atrium',
  });
  const heads = await readHeads(host);

  const folder = path.join(host.directory, 'examples/acme/added-service');
  await fs.mkdir(folder);
  await fs.writeFile(path.join(folder, 'README.md'), '# Added\n');
  await host.restart();

  assert.equal(await readHeads(host), heads);
  const { body } = await host.api('/orgs/acme/repos');
  assert.deepEqual(
    Object.values(body).map(repository => repository.name),
    ['added-service', 'payment-service'],
  );
});

test('seeds the same commits every time', async t => {
  const first = await createTestGitHost();
  t.after(() => first.close());
  const second = await createTestGitHost();
  t.after(() => second.close());
  assert.equal(await readHeads(first), await readHeads(second));
});

test('starts over what a crash left half made', async t => {
  const host = await createTestGitHost();
  t.after(() => host.close());
  const draft = path.join(host.config.stateDir, 'git/acme/.draft-half.git');
  await fs.mkdir(draft);
  await host.restart();
  await assert.rejects(fs.access(draft));
});

test('lists the manifests and reports when they change', async t => {
  const host = await createTestGitHost();
  t.after(() => host.close());
  const second = await createGitHost({ config: host.config, personas });
  t.after(() => second.close());
  const { store } = second;
  const manifests = new RepositoryManifestSource(store);
  let changeCount = 0;
  manifests.onChange(() => {
    changeCount++;
  });
  assert.deepEqual(await manifests.list(), [
    {
      repository: 'payment-service',
      path: 'deploy/service.yaml',
      content: 'kind: Service\n',
      commit: await store.get('acme', 'payment-service')?.resolveCommit('main'),
    },
  ]);

  const clone = await host.clone('payment-service', 'payments-dev');
  await host.commit(clone, { 'deploy/service.yaml': 'kind: Changed\n' });
  await host.git(['push', '--quiet', 'origin', 'main'], clone);
  const repository = store.get('acme', 'payment-service');
  assert.ok(repository);
  await store.refresh(repository, 'payments-dev');
  assert.equal(changeCount, 1);
  assert.equal((await manifests.list())[0].content, 'kind: Changed\n');
});

test('says what is wrong when the port is taken', async t => {
  const host = await createTestGitHost();
  t.after(() => host.close());
  const second = await createGitHost({ config: host.config, personas });
  await assert.rejects(second.listen(), {
    message:
      /git host of the sandbox cannot listen on port \d+: another program/,
  });
});
