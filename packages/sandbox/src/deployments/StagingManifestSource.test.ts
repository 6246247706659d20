import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import type { ManifestFile } from '../manifests.ts';
import { DeploymentStore } from './DeploymentStore.ts';
import { StagingManifestSource } from './StagingManifestSource.ts';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata: { name: payment-service, namespace: billing }
spec:
  replicas: 3
  template:
    metadata:
      labels: { app: payment-service }
      annotations:
        sandbox.atrium.dev/behaviour: crash-loop
        prometheus.io/scrape: 'true'
    spec:
      containers:
        - name: payment-service
          image: registry.acme.example/payment-service:4.12.3
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: payment-service, namespace: billing }
`;

function file(content: string, repository = 'payment-service'): ManifestFile {
  return { repository, path: 'deploy/deployment.yaml', content };
}

test('stages what was deployed there, small and healthy', async t => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'atrium-staging-'));
  t.after(() => rm(folder, { recursive: true }));
  const deployments = new DeploymentStore(path.join(folder, 'state.json'));
  deployments.adopt('payment-service', {
    manifestVersion: '4.12.3',
    newest: { version: '4.12.5' },
    versions: { dev: '4.12.5', staging: '4.12.4', production: '4.12.3' },
  });
  const source = new StagingManifestSource(
    {
      list: async () => [
        file(deployment),
        file('kind: [broken'),
        file(deployment, 'never-deployed'),
      ],
      onChange: () => {},
    },
    deployments,
  );

  const staged = await source.list();

  assert.deepEqual(
    staged.map(({ content }) => {
      const { kind, metadata, spec } = parse(content);
      const { template } = spec;
      return [
        kind,
        metadata.namespace,
        spec.replicas,
        template.metadata.annotations,
        template.spec.containers[0].image,
      ];
    }),
    [
      [
        'Deployment',
        'billing-dev',
        1,
        { 'prometheus.io/scrape': 'true' },
        'registry.acme.example/payment-service:4.12.5',
      ],
      [
        'Deployment',
        'billing-staging',
        1,
        { 'prometheus.io/scrape': 'true' },
        'registry.acme.example/payment-service:4.12.4',
      ],
    ],
  );
});
