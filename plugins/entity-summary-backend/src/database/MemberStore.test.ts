import { openDatabase } from '@atrium/backend-common';
import { createTestDatabase } from '@atrium/backend-common/testUtils';
import type { EntityParts } from '@atrium/plugin-entity-summary-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import { MemberStore } from './MemberStore';

const shop = 'system:default/shop';

describe('MemberStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let store: MemberStore;

  const insert = (
    name: string,
    rest: {
      kind?: string;
      health?: number;
      owner_ref?: string;
      parent_ref?: string;
      system_ref?: string;
      parts?: Partial<EntityParts>;
    },
  ) => {
    const kind = rest.kind ?? 'component';
    return knex('entities').insert({
      entity_ref: `${kind}:default/${name}`,
      kind,
      namespace: 'default',
      name,
      tags: [],
      search_text: name,
      name_key: name,
      hash: 'a',
      ...rest,
    });
  };

  beforeAll(async () => {
    knex = await createTestDatabase(databases);
    await openDatabase(
      { getClient: async () => knex },
      { packageName: '@atrium/plugin-entity-summary-backend' },
    );
    store = new MemberStore(knex);
    await insert('retail', { kind: 'domain' });
    await insert('inner', {
      kind: 'domain',
      parent_ref: 'domain:default/retail',
    });
    await insert('shop', {
      kind: 'system',
      parent_ref: 'domain:default/inner',
    });
    await insert('b', {
      system_ref: shop,
      health: 0,
      parts: {
        delivery: {
          health: 'bad',
          status: 'incident',
          openIncidents: 2,
          deployedAt: '2026-11-27T10:00:00.000Z',
          finishedRuns: 5,
          failedRuns: 1,
        },
        slo: {
          health: 'warning',
          slos: 2,
          state: 'at-risk',
          budgetRemaining: 0.25,
          firingAlerts: 0,
        },
        runtime: {
          health: 'warning',
          workloads: 1,
          desiredPods: 3,
          readyPods: 2,
          reason: 'Slow',
          readAt: '2026-11-28T10:00:00.000Z',
        },
        findings: {
          health: 'good',
          open: 3,
          bySeverity: { critical: 1, low: 2 },
          overdue: 1,
        },
      },
    });
    await insert('a', {
      system_ref: shop,
      health: 2,
      parts: {
        delivery: {
          health: 'good',
          status: 'passed',
          openIncidents: 0,
          deployedAt: '2026-11-28T10:00:00.000Z',
          finishedRuns: 7,
          failedRuns: 0,
        },
        slo: { health: 'bad', slos: 1, state: 'breached', firingAlerts: 1 },
        runtime: {
          health: 'bad',
          workloads: 2,
          desiredPods: 4,
          readyPods: 0,
          reason: 'Down',
          readAt: '2026-11-28T09:00:00.000Z',
        },
        findings: {
          health: 'warning',
          open: 1,
          bySeverity: { critical: 1, medium: 0 },
          overdue: 0,
        },
      },
    });
    await insert('c', { system_ref: shop, health: 0, parts: {} });
    await insert('of-nobody', { health: 0 });
  });

  it('sums up what the plugins said of all members', async () => {
    expect(await store.sumParts({ systems: [shop] })).toEqual({
      delivery: {
        health: 'bad',
        status: 'incident',
        openIncidents: 2,
        deployedAt: '2026-11-28T10:00:00.000Z',
        finishedRuns: 12,
        failedRuns: 1,
      },
      slo: {
        health: 'bad',
        slos: 3,
        state: 'breached',
        budgetRemaining: 0.25,
        firingAlerts: 1,
      },
      runtime: {
        health: 'bad',
        workloads: 3,
        desiredPods: 7,
        readyPods: 2,
        reason: 'Down',
        readAt: '2026-11-28T09:00:00.000Z',
      },
      findings: {
        health: 'warning',
        open: 4,
        bySeverity: { critical: 2, low: 2 },
        overdue: 1,
      },
    });
    expect(
      await store.sumParts({
        systems: [shop],
        visibleRefs: ['component:default/c'],
      }),
    ).toEqual({});
  });

  it('counts members, and reads some of the worst', async () => {
    const of = { domain: 'domain:default/retail' };
    expect(await store.countHealths(of)).toEqual({ bad: 2, good: 1 });
    const namesOf = async (limit: number, visibleRefs?: string[]) =>
      (await store.listWorst({ ...of, visibleRefs }, limit)).map(
        ref => parseEntityRef(ref).name,
      );
    expect(await namesOf(2)).toEqual(['b', 'c']);
    expect(await namesOf(9)).toEqual(['b', 'c', 'a']);
    expect(await namesOf(9, ['component:default/a'])).toEqual(['a']);
    expect((await store.listRefs(of)).toSorted()).toEqual([
      'component:default/a',
      'component:default/b',
      'component:default/c',
    ]);
    expect(await store.countHealths({ owners: ['group:default/no'] })).toEqual(
      {},
    );
  });
});
