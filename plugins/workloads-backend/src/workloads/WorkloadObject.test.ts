import {
  daemonSetSchema,
  statefulSetSchema,
} from '../kubernetes/schemas/workloads';
import { fromDaemonSet, fromStatefulSet } from './WorkloadObject';

const metadata = { name: 'vault', namespace: 'shop', generation: 3 };
const template = {
  spec: { containers: [{ name: 'vault', image: 'vault:2' }] },
};

interface RolloutState {
  updated: number;
  updateStrategy?: object;
  observedGeneration?: number;
}

describe('a rollout', () => {
  // Of 3 pods, as kubectl rollout status counts.
  it.each<[string, RolloutState, boolean]>([
    ['is under way', { updated: 1 }, true],
    ['is over', { updated: 3 }, false],
    [
      'leaves pods below the partition as they are',
      { updated: 1, updateStrategy: { rollingUpdate: { partition: 2 } } },
      false,
    ],
    [
      'replaces those above the partition',
      { updated: 0, updateStrategy: { rollingUpdate: { partition: 2 } } },
      true,
    ],
    [
      'does not begin by itself with OnDelete',
      { updated: 0, updateStrategy: { type: 'OnDelete' } },
      false,
    ],
    [
      'is unknown until the controller has seen the change',
      {
        updated: 0,
        updateStrategy: { type: 'OnDelete' },
        observedGeneration: 2,
      },
      true,
    ],
  ])('of a StatefulSet %s', (_, state, isRollingOut) => {
    const { updated, updateStrategy, observedGeneration = 3 } = state;
    expect(
      fromStatefulSet(
        'east',
        statefulSetSchema.parse({
          metadata,
          spec: { replicas: 3, template, updateStrategy },
          status: {
            observedGeneration,
            replicas: 3,
            readyReplicas: 3,
            updatedReplicas: updated,
            currentRevision: 'a',
            updateRevision: updated === 3 ? 'a' : 'b',
          },
        }),
      ),
    ).toMatchObject({ isRollingOut });
  });

  it.each([
    ['is under way', 'RollingUpdate', true],
    ['does not begin by itself with OnDelete', 'OnDelete', false],
  ])('of a DaemonSet %s', (_, type, isRollingOut) => {
    expect(
      fromDaemonSet(
        'east',
        daemonSetSchema.parse({
          metadata,
          spec: { template, updateStrategy: { type } },
          status: {
            observedGeneration: 3,
            desiredNumberScheduled: 3,
            numberReady: 3,
            updatedNumberScheduled: 0,
          },
        }),
      ),
    ).toMatchObject({ isRollingOut, isOnDelete: !isRollingOut });
  });
});
