import { type HeldRow, sumRuntimes } from './sumRuntimes';

const service = 'component:default/payment-service';

const held = (name: string, ready: number, reason = ''): HeldRow => ({
  entityRefs: [service],
  row: {
    name,
    health: reason ? 'degraded' : 'healthy',
    healthReason: reason,
    messages: reason
      ? { healthReason: [{ key: 'workloads.health.ready', text: reason }] }
      : undefined,
    replicas: { desired: 2, ready, updated: 2 },
  },
});

describe('sumRuntimes', () => {
  it('says of several workloads which one is worst', () => {
    const rows = [
      held('api', 1, '1 of 2 pods are ready.'),
      held('worker', 0, '0 of 2 pods are ready.'),
      held('web', 2),
    ];
    expect(sumRuntimes(rows, [service, 'component:default/other'])).toEqual([
      {
        entityRef: service,
        workloads: 3,
        desiredPods: 6,
        readyPods: 3,
        degraded: 2,
        down: 1,
        stopped: 0,
        reason: 'worker: 0 of 2 pods are ready.',
        messages: {
          reason: [
            'worker: ',
            { key: 'workloads.health.ready', text: '0 of 2 pods are ready.' },
          ],
        },
      },
    ]);
  });

  it('does not repeat the name of the only one', () => {
    const [one] = sumRuntimes(
      [held('api', 1, '1 of 2 pods are ready.')],
      [service],
    );
    expect(one.reason).toBe('1 of 2 pods are ready.');
    expect(sumRuntimes([held('api', 2)], [service])[0].reason).toBe(undefined);
  });
});
