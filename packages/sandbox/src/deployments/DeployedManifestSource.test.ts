import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { ManifestFile } from '../manifests.ts';
import { DeployedManifestSource } from './DeployedManifestSource.ts';
import { DeploymentStore } from './DeploymentStore.ts';

function manifest(version: string, label = version): ManifestFile {
  return {
    repository: 'payment-service',
    path: 'deploy/deployment.yaml',
    content: [
      'kind: Deployment',
      'spec:',
      '  template:',
      `    metadata: {}`,
      `    app.kubernetes.io/version: ${label}`,
      '    spec:',
      '      containers:',
      `        - image: registry.acme.example/payment-service:${version}`,
      `        - image: registry.acme.example/other-payment-service:${version}`,
      '',
    ].join('\n'),
  };
}

const build = { manifestVersion: '4.12.3', commit: 'a' };

test('runs what was deployed, until git names another version', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-deployments-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'deployments.json');
  const deployments = new DeploymentStore(file);
  let files = [manifest('4.12.3')];
  const source = new DeployedManifestSource(
    { list: async () => files, onChange: () => {} },
    deployments,
  );
  let changes = 0;
  source.onChange(() => {
    changes += 1;
  });

  assert.equal(deployments.packageVersion('payment-service', build), '4.12.3');
  const next = { ...build, commit: 'b' };
  assert.equal(deployments.packageVersion('payment-service', next), '4.12.4');
  assert.equal(deployments.packageVersion('payment-service', next), '4.12.4');
  const previous = deployments.deploy('payment-service', {
    environment: 'production',
    version: '4.12.4',
    manifestVersion: '4.12.3',
  });
  assert.equal(previous, undefined);
  assert.equal(changes, 1);

  const [deployed] = await source.list();
  assert.match(deployed.content, /acme\.example\/payment-service:4\.12\.4\n/);
  assert.match(deployed.content, /other-payment-service:4\.12\.3/);
  assert.match(deployed.content, /version: 4\.12\.4/);

  files = [manifest('5.0.0')];
  assert.equal((await source.list())[0].content, files[0].content);
  const release = { manifestVersion: '5.0.0', commit: 'c' };
  const reopened = new DeploymentStore(file);
  assert.equal(reopened.packageVersion('payment-service', release), '5.0.0');
});

test('leaves alone what is no Deployment of an image of that name', async () => {
  const deployments = new DeploymentStore(path.join(os.tmpdir(), 'none', 'x'));
  const files = [
    { ...manifest('4.12.3'), repository: 'other' },
    { ...manifest('4.12.3'), content: 'kind: [broken' },
  ];
  const source = new DeployedManifestSource(
    { list: async () => files, onChange: () => {} },
    deployments,
  );
  assert.deepEqual(await source.list(), files);
});
