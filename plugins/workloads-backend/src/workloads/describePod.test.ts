import { podObjectSchema } from '../kubernetes/schemas/pods';
import { describePod } from './describePod';

interface PodState {
  status: object;
  deletionTimestamp?: string;
}

/** Runs beside the others for the life of the pod. */
const sidecar = { name: 'mesh', image: 'mesh:9', restartPolicy: 'Always' };

function describeState({ status, deletionTimestamp }: PodState) {
  return describePod(
    podObjectSchema.parse({
      metadata: { name: 'web-1', deletionTimestamp },
      spec: {
        containers: [{ name: 'app', image: 'web:1' }],
        initContainers: [{ name: 'migrate', image: 'web:1' }, sidecar],
      },
      status,
    }),
  );
}

describe('describePod', () => {
  // As kubectl get pods shows them.
  it.each<[string, PodState]>([
    [
      'Running',
      {
        status: {
          phase: 'Running',
          containerStatuses: [{ name: 'app', state: { running: {} } }],
        },
      },
    ],
    [
      'Terminating',
      {
        status: { phase: 'Running' },
        deletionTimestamp: '2026-11-25T08:00:00Z',
      },
    ],
    [
      'Evicted',
      {
        status: {
          phase: 'Failed',
          reason: 'Evicted',
          message: 'low on memory',
        },
      },
    ],
    [
      'ImagePullBackOff',
      {
        status: {
          phase: 'Pending',
          containerStatuses: [
            { name: 'app', state: { waiting: { reason: 'ImagePullBackOff' } } },
          ],
        },
      },
    ],
    [
      'Completed',
      {
        status: {
          phase: 'Succeeded',
          containerStatuses: [
            {
              name: 'app',
              state: { terminated: { exitCode: 0, reason: 'Completed' } },
            },
          ],
        },
      },
    ],
    [
      'ExitCode:3',
      {
        status: {
          phase: 'Failed',
          containerStatuses: [
            { name: 'app', state: { terminated: { exitCode: 3 } } },
          ],
        },
      },
    ],
    [
      'Init:CrashLoopBackOff',
      {
        status: {
          phase: 'Pending',
          initContainerStatuses: [
            {
              name: 'migrate',
              state: { waiting: { reason: 'CrashLoopBackOff' } },
            },
          ],
        },
      },
    ],
    [
      'Unschedulable',
      {
        status: {
          phase: 'Pending',
          conditions: [
            {
              type: 'PodScheduled',
              status: 'False',
              reason: 'Unschedulable',
              message: '0/3 nodes are available',
            },
          ],
        },
      },
    ],
    ['Pending', { status: { phase: 'Pending' } }],
  ])('shows %s', (expected, state) => {
    expect(describeState(state).status).toBe(expected);
  });

  it('tells how a container ended last, and how often', () => {
    const finished = (at: string) => ({
      terminated: { exitCode: 137, reason: 'OOMKilled', finishedAt: at },
    });

    expect(
      describeState({
        status: {
          phase: 'Running',
          conditions: [{ type: 'Ready', status: 'True' }],
          initContainerStatuses: [
            {
              name: 'init',
              state: { terminated: { exitCode: 0, reason: 'Completed' } },
            },
          ],
          containerStatuses: [
            {
              name: 'app',
              restartCount: 2,
              state: { running: {} },
              lastState: finished('2026-11-25T08:00:00Z'),
            },
            {
              name: 'proxy',
              restartCount: 1,
              state: { running: {} },
              lastState: finished('2026-11-25T09:00:00Z'),
            },
          ],
        },
      }),
    ).toMatchObject({
      isReady: true,
      restarts: 3,
      versions: ['1'],
      lastTermination: {
        container: 'proxy',
        reason: 'OOMKilled',
        exitCode: 137,
        at: '2026-11-25T09:00:00Z',
      },
    });
  });

  it('counts restarts of sidecars, and not of what ends before the pod begins', () => {
    expect(
      describeState({
        status: {
          phase: 'Running',
          initContainerStatuses: [
            {
              name: 'migrate',
              restartCount: 5,
              state: { terminated: { exitCode: 0, reason: 'Completed' } },
            },
            {
              name: 'mesh',
              restartCount: 2,
              state: { running: {} },
              lastState: { terminated: { exitCode: 137, reason: 'OOMKilled' } },
            },
          ],
          containerStatuses: [
            { name: 'app', restartCount: 1, state: { running: {} } },
          ],
        },
      }),
    ).toMatchObject({
      status: 'Running',
      restarts: 3,
      containers: ['app', 'mesh'],
      versions: ['1'],
      lastTermination: { container: 'mesh', reason: 'OOMKilled' },
    });
  });
});
