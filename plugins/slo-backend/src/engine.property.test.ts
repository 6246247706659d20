import type { ObjectiveStatus } from '@atrium/plugin-slo-common';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { freezeTime } from './__testUtils__/freezeTime';
import { openTestDatabase } from './__testUtils__/openTestDatabase';
import {
  burst,
  exclusion,
  instant,
  LAST_MINUTE,
  sloFile,
} from './__testUtils__/sloArbitrary';
import { sloOracle } from './__testUtils__/sloOracle';
import { CountStore } from './database/CountStore';
import { DefinitionStore } from './database/DefinitionStore';
import { EvaluationStore } from './database/EvaluationStore';
import { ExclusionStore } from './database/ExclusionStore';
import { ReadStore } from './database/ReadStore';
import { pushSource } from './services/collect/pushSource';
import { DefinitionsTask } from './tasks/DefinitionsTask';
import { EvaluateTask } from './tasks/EvaluateTask';

const entityRef = 'component:default/payment-service';
const url = 'https://git.acme.example/acme/payment-service/slo.yaml';

describe('the status of SLOs', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let evaluate: EvaluateTask;

  beforeAll(async () => {
    freezeTime();
    knex = await openTestDatabase(databases, new Date(LAST_MINUTE * 60_000));
    evaluate = new EvaluateTask({
      store: new EvaluationStore(knex),
      settings: {
        minimumEvents: 0,
        atRiskBelow: 0,
        resolveAfterMs: 0,
        resolveBelow: 1,
        noDataGraceMs: 0,
      },
      recipientsOf: () => [],
      onAlerts() {},
      onEvaluated: () => {},
      meter: { recordSeconds: () => {}, recordStates: () => {} },
    });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  async function clear(): Promise<void> {
    await knex.raw(
      `TRUNCATE definitions, slos, series, objectives, minute_counts,
       hour_counts, day_counts, stale_hours, statuses, exclusions, alerts,
       alert_changes, alert_deliveries`,
    );
  }

  async function define(content: string): Promise<void> {
    await new DefinitionsTask({
      find: async () => [
        {
          entityRef,
          ownerRefs: [],
          systemRefs: [],
          files: [{ path: 'slo.yaml', url }],
        },
      ],
      reader: { read: async file => ({ ...file, content }) },
      store: new DefinitionStore(knex),
      sharedDocuments: [],
      sources: new Map([[pushSource.type, pushSource]]),
      rereadAfterMs: 0,
      logger: mockServices.logger.mock(),
      onChanged: async () => {},
    }).run();
  }

  async function count(
    counts: { minute: number; good: number; total: number }[],
  ): Promise<void> {
    await new CountStore(knex).push(
      counts.map(({ minute, ...sums }) => ({
        series: 'payments',
        minute: new Date(minute * 60_000).toISOString(),
        ...sums,
      })),
      new Date(),
    );
  }

  async function exclude(span: { from: number; to: number }): Promise<void> {
    await new ExclusionStore(knex).create({
      entityRef,
      kind: 'exclusion',
      reason: 'test',
      from: new Date(span.from * 60_000).toISOString(),
      to: new Date(span.to * 60_000).toISOString(),
      createdAt: new Date().toISOString(),
      createdBy: 'user:default/test',
    });
  }

  it('is that of the raw counts at any time, whatever comes late', async () => {
    let compared = 0;
    await fc.assert(
      fc
        .asyncProperty(
          fc.record({
            file: sloFile,
            // What one tick sees, and what comes after it.
            rounds: fc.array(
              fc.record({
                bursts: fc.array(burst, { minLength: 1, maxLength: 4 }),
                at: instant,
              }),
              { minLength: 2, maxLength: 3 },
            ),
            exclusions: fc.array(exclusion, { maxLength: 2 }),
          }),
          async ({ file, rounds, exclusions }) => {
            await define(file);
            await Promise.all(exclusions.map(exclude));
            const raw = new Map<number, { good: bigint; total: bigint }>();
            for (const { bursts, at } of rounds) {
              for (const counts of bursts) {
                await count(counts);
                for (const { minute, good, total } of counts) {
                  raw.set(minute, { good: BigInt(good), total: BigInt(total) });
                }
              }
              await evaluate.run(at);
              const slos = await new ReadStore(knex).listSlosOf([entityRef]);
              expect(slos).toHaveLength(12);
              for (const { definition, status } of slos) {
                const [objective] = definition.objectives;
                const [actual] = status?.objectives ?? [];
                const expected = sloOracle(raw, {
                  definition,
                  objective,
                  excluded: exclusions,
                  now: at,
                  burnMinutes: actual.burnRates.map(
                    ({ windowMinutes }) => windowMinutes,
                  ),
                });
                compared += compare(actual, expected);
              }
            }
          },
        )
        .beforeEach(clear),
      { numRuns: 24 },
    );
    expect(compared).toBeGreaterThan(4_000);
  });

  /** Numbers of this size and fewer are the same up to the last digits. */
  function compare(
    actual: ObjectiveStatus,
    expected: ReturnType<typeof sloOracle>,
  ): number {
    expect([actual.good ?? 0, actual.total ?? 0, actual.sli]).toEqual([
      expected.good,
      expected.total,
      expected.sli,
    ]);
    expect(actual.excludedMinutes).toBe(expected.excludedMinutes);
    expect(actual.coverage).toBeCloseTo(expected.coverage, 12);
    expectNear(actual.budgetRemaining, expected.budgetRemaining);
    for (const { windowMinutes, burnRate } of actual.burnRates) {
      expectNear(burnRate, expected.burnRates.get(windowMinutes));
    }
    return actual.burnRates.length + 1;
  }

  function expectNear(actual?: number, expected?: number): void {
    if (actual === undefined || expected === undefined) {
      expect(actual).toBe(expected);
      return;
    }
    const scale = Math.max(1, Math.abs(expected));
    expect(Math.abs(actual - expected) / scale).toBeLessThan(1e-9);
  }

  it('is worked out by one replica at a time, and by any', async () => {
    await clear();
    await define(fc.sample(sloFile, { numRuns: 1, seed: 1 })[0]);
    const tick = () => evaluate.run(new Date(LAST_MINUTE * 60_000));
    for (let minute = LAST_MINUTE - 60; minute < LAST_MINUTE; minute += 10) {
      await count([{ minute, good: 1, total: 2 }]);
      // Whoever comes second finds it done.
      await Promise.all([tick(), tick(), tick(), tick()]);
    }
    expect(await knex('stale_hours')).toEqual([]);
    const [{ total }] = await knex('hour_counts')
      .join('series', 'series.id', 'series_id')
      .where({ key: 'push:payments' })
      .sum({ total: 'total' });
    expect(total).toBe('12');
  });

  it('follows the clocks of its zone: a day of 25 hours, a short month', async () => {
    await clear();
    const slo = (name: string, duration: string, start: string) =>
      `apiVersion: openslo/v1
kind: SLO
metadata: { name: ${name} }
spec:
  service: payments
  indicator:
    metadata: { name: requests }
    spec:
      ratioMetric:
        counter: true
        good: { metricSource: { type: push, spec: { series: payments } } }
        total: { metricSource: { type: push, spec: { series: payments } } }
  timeWindow:
    - duration: ${duration}
      calendar: { startTime: '${start}', timeZone: Europe/Berlin }
  budgetingMethod: Occurrences
  objectives: [{ target: 0.9 }]
`;
    await define(
      [
        slo('day', '1d', '2026-01-01 00:00:00'),
        slo('month', '1M', '2026-01-31 00:00:00'),
      ].join('---\n'),
    );
    // One event a minute for three months.
    const first = Date.parse('2026-09-01T00:00:00Z') / 60_000;
    await count(
      Array.from({ length: 80 * 1440 }, (_, index) => ({
        minute: first + index,
        good: 1,
        total: 1,
      })),
    );
    const totals = async (at: string) => {
      await evaluate.run(new Date(at));
      const slos = await new ReadStore(knex).listSlosOf([entityRef]);
      return slos.map(({ status }) => status?.objectives[0].total);
    };
    // Berlin put its clocks back on 25 October, which ended at 23:00 UTC. The
    // month began on 29 September at 22:00 UTC: September has no 31st.
    const minutesOfMonth = 26 * 1440 + 60;
    expect(await totals('2026-10-25T22:59:00Z')).toEqual([
      25 * 60 - 1,
      minutesOfMonth - 1,
    ]);
    expect(await totals('2026-10-25T23:01:00Z')).toEqual([
      1,
      minutesOfMonth + 1,
    ]);
  });
});
