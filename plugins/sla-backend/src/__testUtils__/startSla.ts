import { startTestPortal } from '@atrium/backend-common/testUtils';
import type {
  DailyCountQuery,
  DailyCounts,
  SloExclusion,
  SloListQuery,
} from '@atrium/plugin-slo-common';
import { sloServiceRef } from '@atrium/plugin-slo-node';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import slaPlugin from '../index';

const DAY_MS = 24 * 3_600_000;

/** The plugin behind its HTTP interface, with an slo that counts as told. */
export async function startSla({ knex }: { knex: Knex }) {
  /** What is not as on other days, by day, `YYYY-MM-DD`. */
  const counts = new Map<string, Partial<DailyCounts['days'][number]>>();
  const exclusions: SloExclusion[] = [];
  /** By entity ref, the names of its SLOs. */
  const slos = new Map<string, string[]>();
  const queries: DailyCountQuery[] = [];

  const countDays = (query: DailyCountQuery): DailyCounts => {
    const days: DailyCounts['days'] = [];
    const end = Date.parse(query.lastDay);
    for (let at = Date.parse(query.firstDay); at <= end; at += DAY_MS) {
      const day = new Date(at).toISOString().slice(0, 10);
      const isKnown = slos.get(query.entityRef)?.includes(query.sloName);
      days.push({
        day,
        good: 0,
        total: 0,
        countedMinutes: 1_440,
        measuredMinutes: 0,
        excludedMinutes: 0,
        ...(isKnown && counts.get(day)),
      });
    }
    return { unit: 1, exclusions, days };
  };

  const portal = await startTestPortal({
    pluginId: 'sla',
    knex,
    features: [
      slaPlugin,
      catalogServiceMock.factory({
        entities: ['payment-service', 'stranger'].map(name => ({
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name, annotations: { 'atrium.dev/slo': './slo.yaml' } },
        })),
      }),
      createServiceFactory({
        service: sloServiceRef,
        deps: {},
        factory: () =>
          ({
            getSlos: async ({ entityRef = [], name }: SloListQuery) => {
              const items = entityRef.flatMap(ref =>
                (slos.get(ref) ?? [])
                  .filter(one => one === name)
                  .map(one => ({ id: `${ref} ${one}`, entityRef: ref })),
              );
              return { items, totalItems: items.length };
            },
            getSlo: async () => ({
              definition: { objectives: [{ id: 'objective-1' }] },
            }),
            getDailyCounts: async (asked: DailyCountQuery[]) => {
              queries.push(...asked);
              return asked.map(countDays);
            },
          } as unknown as typeof sloServiceRef.T),
      }),
    ],
  });

  return {
    ...portal,
    counts,
    exclusions,
    slos,
    /** What slo was asked for. */
    queries,
    /** Forgets everything. */
    async clear() {
      portal.forget();
      counts.clear();
      slos.clear();
      exclusions.length = 0;
      queries.length = 0;
      await knex.raw('TRUNCATE agreements, closed_reports');
    },
  };
}
