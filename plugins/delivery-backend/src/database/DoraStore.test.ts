import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { doraInput } from '../__testUtils__/doraArbitrary';
import { askOracle } from '../__testUtils__/doraOracle';
import { openDatabase } from '../__testUtils__/openDatabase';
import { sampleEvent } from '../__testUtils__/sampleEvents';
import { sampleIndex } from '../__testUtils__/sampleIndex';
import type { DoraInput } from '../model/DoraInput';
import { parseDeliveryEvent } from '../services/ingest/parseDeliveryEvent';
import { DoraRollupTask } from '../tasks/DoraRollupTask';
import { DoraStore } from './DoraStore';
import type { DoraTotals } from './DoraSummary';
import { EventStore } from './EventStore';

const receivedAt = new Date('2026-11-25T12:00:00Z');
const config = {
  leadTimeFrom: 'first-commit' as const,
  restoreOf: 'failed-deployments' as const,
  failureWindowMs: 24 * 3_600_000,
  clockSkewToleranceMs: 0,
};
const refs = ['a', 'b', 'c'].map(name => `component:default/${name}`);
const index = sampleIndex();

/** The events that tell a history. */
function toEvents(entityRef: string, input: DoraInput): CloudEvent[] {
  const iso = (at: number) => new Date(at).toISOString();
  const id = (name: string) => `${entityRef}/${name}`;
  return [
    ...input.deployments.map(one =>
      sampleEvent(`service.${one.kind}`, iso(one.at), {
        subjectId: id(one.id),
        content: {
          environment: { id: one.environment },
          artifactId: one.version ?? 'unnamed',
        },
        atrium: {
          entityRef,
          commit: one.commit,
          committedAt: one.committedAt ? iso(one.committedAt) : undefined,
          service: one.service,
        },
      }),
    ),
    ...input.changes.flatMap(one => [
      sampleEvent('change.merged', iso(one.mergedAt), {
        subjectId: id(one.id),
        content: {},
        atrium: {
          entityRef,
          commit: one.commit,
          branch: one.branch,
          service: one.service,
          firstCommitAt: one.firstCommitAt ? iso(one.firstCommitAt) : undefined,
        },
      }),
      ...(one.openedAt
        ? [
            sampleEvent('change.created', iso(one.openedAt), {
              subjectId: id(one.id),
              content: {},
            }),
          ]
        : []),
    ]),
    ...input.incidents.flatMap(one => {
      const content = {
        environment: one.environment ? { id: one.environment } : undefined,
        artifactId: one.artifactId,
      };
      const common = {
        subjectId: id(one.id),
        content,
        atrium: { entityRef, service: one.service },
      };
      return [
        sampleEvent('incident.detected', iso(one.detectedAt), common),
        ...(one.resolvedAt
          ? [sampleEvent('incident.resolved', iso(one.resolvedAt), common)]
          : []),
      ];
    }),
  ];
}

describe('DoraStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let events: EventStore;
  let dora: DoraStore;

  beforeAll(async () => {
    knex = await openDatabase(databases);
    events = new EventStore({
      knex,
      environments: {},
      mainBranches: ['main'],
      notifiesOfMainBranch: false,
    });
    dora = new DoraStore({ knex, definition: 'one' });
  });

  async function clear() {
    await knex.raw(
      `TRUNCATE events, changes, incidents, deployments, dora_rollups, dora_entities`,
    );
  }

  beforeEach(clear);

  async function store(some: CloudEvent[]) {
    const parsed = some.map(event =>
      parseDeliveryEvent(event, receivedAt.getTime()),
    );
    await events.store(parsed, { index, receivedAt, count: () => [] });
  }

  let recordedPending: number | undefined;

  async function rollUp(target = dora) {
    await new DoraRollupTask({
      store: target,
      config,
      historyMs: 1200 * 24 * 3_600_000,
      signals: { publish: () => {} },
      pendingGauge: { record: pending => (recordedPending = pending) },
    }).run();
  }

  it('adds up any entities over any period exactly, also after late events', async () => {
    const histories = fc.tuple(doraInput, doraInput, doraInput);
    const day = fc
      .integer({ min: 0, max: 33 })
      .map(offset =>
        new Date(Date.UTC(2026, 8, 29 + offset)).toISOString().slice(0, 10),
      );
    await fc.assert(
      fc.asyncProperty(
        histories,
        fc.tuple(day, day),
        fc.integer({ min: 0, max: 60 }),
        async (inputs, days, late) => {
          await clear();
          const all = inputs.flatMap((input, number) =>
            toEvents(refs[number], input),
          );
          await store(all.slice(late));
          await rollUp();
          await store(all.slice(0, late));
          await rollUp();

          const [from, to] = [...days].sort();
          const sets = [[refs[0]], [refs[1], refs[2]], refs, []];
          const summaries = await dora.summarize(sets, {
            period: { from, to },
            byWeek: true,
          });

          const stored = await dora.readInputs(refs);
          for (const [number, members] of sets.entries()) {
            const facts = members
              .flatMap(ref => {
                const input = stored.get(ref);
                return input ? askOracle(input, config).facts : [];
              })
              .map(fact => fact.split(' '))
              .filter(([when]) => when >= from && when < to);
            expectTotals(summaries[number].total, facts);
            const mondays = new Set(facts.map(([when]) => mondayOf(when)));
            expect(new Set(summaries[number].weeks.keys())).toEqual(mondays);
            for (const [monday, totals] of summaries[number].weeks) {
              expectTotals(
                totals,
                facts.filter(([when]) => mondayOf(when) === monday),
              );
            }
          }
        },
      ),
      { numRuns: 12 },
    );
  });

  it('follows each service of a component on its own', async () => {
    const [entityRef] = refs;
    const at = (time: string) => `2026-10-05T${time}:00Z`;
    const tell = (
      kind: 'deployed' | 'rolledback',
      time: string,
      [service, version]: [string, string],
    ) =>
      sampleEvent(`service.${kind}`, at(time), {
        subjectId: service,
        content: { environment: { id: 'production' }, artifactId: version },
        atrium: { entityRef, commit: `${service}-${version}` },
      });
    const merge = (service: string, time: string, version: string) =>
      sampleEvent('change.merged', at(time), {
        subjectId: `${service}-${version}`,
        content: {},
        atrium: { entityRef, service, commit: `${service}-${version}` },
      });
    await store([
      merge('api', '09:00', '2'),
      merge('worker', '09:30', '2'),
      tell('deployed', '10:00', ['api', '2']),
      tell('deployed', '11:00', ['worker', '2']),
      // Brings nothing new, although the worker was deployed in between.
      tell('deployed', '12:00', ['api', '2']),
      sampleEvent('incident.detected', at('13:00'), {
        subjectId: 'down',
        content: { environment: { id: 'production' }, service: { id: 'api' } },
        atrium: { entityRef },
      }),
      sampleEvent('incident.resolved', at('13:20'), {
        subjectId: 'down',
        content: {},
      }),
    ]);
    await rollUp();

    const [{ total }] = await dora.summarize([[entityRef]], {
      period: { from: '2026-10-05', to: '2026-10-06' },
      byWeek: false,
    });
    expect(total).toMatchObject({
      deployments: 2,
      redeployment: 1,
      failedDeployments: 1,
      restore: { count: 1, p50: 20 * 60 },
      // 60 minutes of the api, 90 of the worker.
      lead: { count: 2, p50: 75 * 60 },
      notDeployedYet: 0,
    });
    const causes = await knex('incidents')
      .join('deployments', 'deployments.id', 'incidents.deployment_id')
      .select('deployments.service');
    expect(causes).toEqual([{ service: 'api' }]);
  });

  it('knows what is not counted yet, and counts again under another definition', async () => {
    await store([
      sampleEvent('service.deployed', '2026-10-05T10:00:00Z', {
        subjectId: 'a',
        content: { environment: { id: 'production' }, artifactId: 'v1' },
        atrium: { entityRef: refs[0], commit: 'c1' },
      }),
    ]);
    expect(await dora.readProgress([refs])).toEqual([{ pendingEntities: 1 }]);
    await rollUp();
    expect(await dora.readProgress([refs, [refs[1]]])).toEqual([
      { pendingEntities: 0, computedAt: expect.any(String) },
      { pendingEntities: 0 },
    ]);

    const other = new DoraStore({ knex, definition: 'two' });
    expect(await other.readProgress([refs])).toMatchObject([
      { pendingEntities: 1 },
    ]);
    expect(await other.countPending()).toBe(1);
    await rollUp(other);
    expect(await other.listPending(10)).toEqual([]);
    expect(recordedPending).toBe(0);
  });

  it('never waits for a sender that waits for it', async () => {
    const [entityRef] = refs;
    const names = Array.from(
      { length: 100 },
      (_, number) => `change-${number}`,
    );
    const atrium = { entityRef };
    const tell = (
      name: 'change.merged' | 'change.updated' | 'incident.detected',
      time: string,
    ) =>
      names.map(subjectId =>
        sampleEvent(name, time, { subjectId, content: {}, atrium }),
      );
    // One by one: rows that lie in the order of their ids are met in it too.
    for (const event of [
      ...tell('change.merged', '2026-11-02T08:00:00Z'),
      ...tell('incident.detected', '2026-11-02T08:00:00Z'),
    ]) {
      await store([event]);
    }
    const [changes, incidents] = [
      await knex('changes').select('id'),
      await knex('incidents').select('id'),
    ];

    const rounds = Array.from({ length: 8 }, (_, round) => round);
    const at = (round: number) => Date.UTC(2026, 10, 3, round);
    const sending = async () => {
      for (const round of rounds) {
        const time = new Date(at(round)).toISOString();
        await store([
          ...tell('change.updated', time),
          ...tell('incident.detected', time),
        ]);
      }
    };
    const counting = async () => {
      for (const round of rounds) {
        const figures = {
          days: [],
          changes: new Map(
            changes.map(({ id }) => [id, { deployedAt: at(round) }]),
          ),
          causes: new Map(incidents.map(({ id }) => [id, changes[round].id])),
        };
        await dora.write([{ entity: { entityRef, revision: '1' }, figures }], {
          since: '2026-05-04',
        });
      }
    };
    // PostgreSQL ends one of two transactions that wait for each other.
    await Promise.all([sending(), sending(), counting()]);

    const last = rounds.length - 1;
    expect(await knex('changes').distinct('deployed_at', 'updated_at')).toEqual(
      [{ deployed_at: new Date(at(last)), updated_at: new Date(at(last)) }],
    );
    expect(await knex('incidents').distinct('deployment_id')).toEqual([
      { deployment_id: changes[last].id },
    ]);
  });

  it('keeps the days whose events are gone', async () => {
    await knex('dora_entities').insert({
      entity_ref: refs[0],
      revision: 1,
      computed_revision: 0,
    });
    const [entity] = await dora.listPending(1);
    const figures = (...days: string[]) => ({
      changes: new Map(),
      causes: new Map(),
      days: days.map(day => ({
        day,
        deployments: 1,
        failedDeployments: 0,
        leadSeconds: [],
        restoreSeconds: [],
        rollback: 0,
        redeployment: 0,
        rollbackOfNothing: 0,
        unknownCommit: 0,
        notDeployedYet: 0,
        leadFromOpening: 0,
        leadFromMerge: 0,
        changeClockSkew: 0,
        notAfterDeployment: 0,
        notRestoredYet: 0,
        incidentClockSkew: 0,
      })),
    });
    await dora.write(
      [{ entity, figures: figures('2026-01-06', '2026-06-01', '2026-06-02') }],
      { since: '2026-01-05' },
    );
    await dora.write([{ entity, figures: figures('2026-06-02') }], {
      since: '2026-05-04',
    });
    const rows = await knex('dora_rollups')
      .select('grain', knex.raw('start::text'))
      .orderBy(['grain', 'start']);
    expect(rows).toEqual([
      { grain: 'day', start: '2026-01-06' },
      { grain: 'day', start: '2026-06-02' },
      { grain: 'week', start: '2026-01-05' },
      { grain: 'week', start: '2026-06-01' },
    ]);
  });
});

function expectTotals(totals: DoraTotals, facts: string[][]) {
  const count = (name: string) =>
    facts.filter(([, fact]) => fact === name).length;
  expect(totals.deployments).toBe(count('deployment'));
  expect(totals.failedDeployments).toBe(count('failed'));
  for (const name of [
    'rollback',
    'redeployment',
    'rollbackOfNothing',
    'unknownCommit',
    'notDeployedYet',
    'leadFromOpening',
    'leadFromMerge',
    'changeClockSkew',
    'notAfterDeployment',
    'notRestoredYet',
    'incidentClockSkew',
  ] as const) {
    expect([name, totals[name]]).toEqual([name, count(name)]);
  }
  for (const name of ['lead', 'restore'] as const) {
    const seconds = facts
      .filter(([, fact]) => fact === name)
      .map(([, , value]) => Number(value));
    expect(totals[name].count).toBe(seconds.length);
    for (const [key, fraction] of [
      ['p50', 0.5],
      ['p90', 0.9],
    ] as const) {
      const expected = middle(seconds, fraction);
      if (expected === undefined) {
        expect(totals[name][key]).toBeUndefined();
      } else {
        expect(totals[name][key]).toBeCloseTo(expected, 6);
      }
    }
  }
}

/** The interpolated percentile, by counting how many are smaller. */
function middle(numbers: number[], fraction: number): number | undefined {
  if (numbers.length === 0) {
    return undefined;
  }
  const rank = (numbers.length - 1) * fraction;
  const nth = (n: number) =>
    numbers.find(
      candidate =>
        numbers.filter(other => other < candidate).length <= n &&
        numbers.filter(other => other <= candidate).length > n,
    ) ?? NaN;
  const low = nth(Math.floor(rank));
  return low + (nth(Math.ceil(rank)) - low) * (rank % 1);
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  while (date.getUTCDay() !== 1) {
    date.setUTCDate(date.getUTCDate() - 1);
  }
  return date.toISOString().slice(0, 10);
}
