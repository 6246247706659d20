import type { Deployment } from '@atrium/plugin-delivery-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { sampleIndex } from '../../__testUtils__/sampleIndex';
import type { ReadStore } from '../../database/ReadStore';
import { DeliveryReads } from './DeliveryReads';

const credentials = mockCredentials.user();

/** Newest first; the newest is `commit-60`. */
const changes = Array.from({ length: 60 }, (_, position) => ({
  commit: `commit-${60 - position}`,
  branch: 'main',
  mergedAt: Date.UTC(2026, 10, 25) - position * 3_600_000,
}));

function runs(environment: 'staging' | 'production', version: number) {
  const deployment: Deployment = {
    id: `${environment}-${version}`,
    kind: 'deployed',
    service: 'app',
    source: '/cd',
    environment,
    tier: environment,
    version: `1.${version}`,
    commit: `commit-${version}`,
    at: '2026-11-25T12:00:00.000Z',
  };
  return { deployment };
}

describe('DeliveryReads', () => {
  it('reads old changes only of services whose environments are far apart', async () => {
    const calls: [string[], number][] = [];
    const store: Pick<ReadStore, 'readEnvironments' | 'readMergedChanges'> = {
      async readEnvironments() {
        return new Map([
          [
            'component:default/near',
            [runs('staging', 60), runs('production', 58)],
          ],
          [
            'component:default/far',
            [runs('staging', 60), runs('production', 1)],
          ],
        ]);
      },
      async readMergedChanges(refs, limit) {
        calls.push([refs, limit]);
        return new Map(refs.map(ref => [ref, changes.slice(0, limit)]));
      },
    };
    const refs = ['component:default/near', 'component:default/far'];
    const reads = new DeliveryReads({
      store: store as ReadStore,
      components: {
        listStandings: async () => ({ items: [], totalItems: 0 }),
      },
      scope: {
        getComponents: async () => refs,
        filterComponents: async () => refs,
        select: async () => refs,
      },
      runControllers: [],
      resolver: { getIndex: async () => sampleIndex() },
    });

    const { items } = await reads.getEnvironments('system:default/shop', {
      credentials,
    });

    expect(
      items.map(({ entityRef, cells }) => [
        entityRef,
        cells[1].comparedWith?.changesBehind,
      ]),
    ).toEqual([
      ['component:default/near', 2],
      ['component:default/far', 59],
    ]);
    expect(calls).toEqual([
      [refs, 50],
      [['component:default/far'], 500],
    ]);
  });
});
