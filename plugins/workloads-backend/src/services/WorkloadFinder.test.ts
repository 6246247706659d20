import { deployment } from '../__testUtils__/sampleObjects';
import { autoscalerObjectSchema } from '../kubernetes/schemas/autoscalers';
import { deploymentSchema } from '../kubernetes/schemas/workloads';
import { fromDeployment } from '../workloads/WorkloadObject';
import { WorkloadFinder } from './WorkloadFinder';

const finder = new WorkloadFinder({
  workloads: ['web', 'web-worker'].map(name =>
    fromDeployment(
      'east',
      deploymentSchema.parse(deployment({ name, namespace: 'shop' })),
    ),
  ),
  autoscalers: [
    autoscalerObjectSchema.parse({
      metadata: { name: 'scale-it', namespace: 'shop' },
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'web' },
        maxReplicas: 3,
      },
    }),
  ],
  pods: [],
});

describe('WorkloadFinder', () => {
  it.each([
    ['Deployment', 'web', 'web'],
    ['ReplicaSet', 'web-7d9f8b6c5d', 'web'],
    ['Pod', 'web-7d9f8b6c5d-x2k9p', 'web'],
    ['Pod', 'web-worker-7d9f8b6c5d-x2k9p', 'web-worker'],
    ['HorizontalPodAutoscaler', 'scale-it', 'web'],
    ['Pod', 'website-7d9f8b6c5d-x2k9p', undefined],
    ['Pod', 'web-1', undefined],
    ['Job', 'web', undefined],
  ])('takes %s %s for one of %s', (kind, name, expected) => {
    expect(finder.find({ kind, name, namespace: 'shop' })?.metadata.name).toBe(
      expected,
    );
  });

  it('keeps to the namespace', () => {
    expect(
      finder.find({ kind: 'Deployment', name: 'web', namespace: 'other' }),
    ).toBeUndefined();
  });
});
