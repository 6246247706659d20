import { deployment } from '../__testUtils__/sampleObjects';
import { deploymentSchema } from '../kubernetes/schemas/workloads';
import { judgeHealth } from './judgeHealth';
import { fromDeployment } from './WorkloadObject';

const rollingOut = {
  ...fromDeployment(
    'east',
    deploymentSchema.parse(deployment({ name: 'web', ready: 1 })),
  ),
  isRollingOut: true,
};

describe('judgeHealth', () => {
  it.each([
    'CrashLoopBackOff',
    'ErrImagePull',
    'InvalidImageName',
    'CreateContainerConfigError',
    'Init:CrashLoopBackOff',
    'Init:ErrImageNeverPull',
    'Init:InvalidImageName',
    'Init:Error',
  ])('does not wait for a rollout with a pod that is %s', status => {
    expect(judgeHealth(rollingOut, ['Running', status])).toMatchObject({
      health: 'degraded',
      healthReason: `1 of 2 pods are ready: ${status}.`,
    });
  });

  it.each(['Pending', 'ContainerCreating', 'Init:PodInitializing', 'Running'])(
    'waits for a rollout with a pod that is %s',
    status => {
      expect(judgeHealth(rollingOut, ['Running', status])).toMatchObject({
        health: 'progressing',
      });
    },
  );
});
