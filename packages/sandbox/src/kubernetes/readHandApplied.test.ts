import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyManifests } from './applyManifests.ts';
import { deriveCluster } from './deriveCluster.ts';
import type { KubernetesObject, PodStatus } from './kubernetesTypes.ts';
import { readHandApplied } from './readHandApplied.ts';
import { RolloutHistory } from './RolloutHistory.ts';

const now = Date.parse('2026-11-25T10:00:00Z');

test('runs what people applied by hand, out of date as it is', async () => {
  const applied = applyManifests(await readHandApplied());
  assert.deepEqual(applied.problems, []);
  const history = new RolloutHistory({ now });
  history.recordApply(applied, now);
  const { objects } = deriveCluster(applied, history, now);
  const find = (kind: string, name: RegExp) =>
    objects.find(
      (object: KubernetesObject) =>
        object.kind === kind && name.test(object.metadata.name),
    );

  const cronJob = find('CronJob', /^ledger-archive$/);
  assert.equal(cronJob?.apiVersion, 'batch/v1');
  const text =
    cronJob?.metadata.annotations?.[
      'kubectl.kubernetes.io/last-applied-configuration'
    ];
  assert.equal(JSON.parse(text ?? '{}').apiVersion, 'batch/v1beta1');

  const pod = find('Pod', /^search-indexer-backfill-/);
  const { containerStatuses } = pod?.status as PodStatus;
  assert.equal(containerStatuses[0].state.waiting?.reason, 'CrashLoopBackOff');
  assert.equal(containerStatuses[0].lastState.terminated?.reason, 'OOMKilled');
});
