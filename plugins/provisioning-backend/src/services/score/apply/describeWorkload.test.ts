import type { JsonObject } from '@backstage/types';
import { describeWorkload } from './describeWorkload';

function deployment(status: JsonObject) {
  return {
    kind: 'Deployment',
    metadata: { name: 'web', generation: 3 },
    spec: {
      replicas: 2,
      template: { spec: { containers: [{ name: 'app', image: 'web:1' }] } },
    },
    status,
  };
}

const done = {
  observedGeneration: 3,
  replicas: 2,
  updatedReplicas: 2,
  readyReplicas: 2,
};

const tooLate = [
  {
    type: 'Progressing',
    status: 'False',
    reason: 'ProgressDeadlineExceeded',
  },
];

describe('describeWorkload', () => {
  it.each([
    ['running', done],
    ['rolling-out', {}],
    ['rolling-out', { ...done, observedGeneration: 2 }],
    ['rolling-out', { ...done, updatedReplicas: 1 }],
    // One of the revision before is still there.
    ['rolling-out', { ...done, replicas: 3 }],
    ['rolling-out', { ...done, readyReplicas: 1 }],
    ['failed', { ...done, readyReplicas: 1, conditions: tooLate }],
    // The rollout before failed; this one has only been applied.
    ['rolling-out', { ...done, observedGeneration: 2, conditions: tooLate }],
  ])('says %s of %j', (state, status) => {
    expect(describeWorkload(deployment(status))).toMatchObject({
      name: 'web',
      state,
      images: [{ container: 'app', image: 'web:1' }],
    });
  });
});
