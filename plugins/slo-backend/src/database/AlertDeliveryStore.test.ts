import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { AlertDeliveryStore } from './AlertDeliveryStore';

const now = new Date('2026-11-25T12:00:00Z');
const secondsLater = (seconds: number) =>
  new Date(now.getTime() + seconds * 1_000);

async function insertObjective(knex: Knex) {
  const [slo] = await knex('slos')
    .insert({
      id: knex.raw('gen_random_uuid()'),
      entity_ref: 'component:default/payments',
      name: 'availability',
      definition: JSON.stringify({ service: 'payments' }),
      url: '',
      is_stale: false,
      changed_at: now,
    })
    .returning('id');
  const [series] = await knex('series')
    .insert({ key: 'payments', is_collected: false, created_at: now })
    .returning('id');
  const [objective] = await knex('objectives')
    .insert({
      slo_id: slo.id,
      key: 'objective-1',
      series_id: series.id,
      counted_series_id: series.id,
    })
    .returning('id');
  return { slo_id: slo.id, objective_id: objective.id };
}

/** Writes an alert that has begun to fire. */
async function insertFiring(knex: Knex) {
  const objective = await insertObjective(knex);
  const [alert] = await knex('alerts')
    .insert({
      id: knex.raw('gen_random_uuid()'),
      ...objective,
      rule: 'page',
      severity: 'page',
      state: 'firing',
      details: '{}',
      started_at: now,
    })
    .returning('id');
  const [change] = await knex('alert_changes')
    .insert({ alert_id: alert.id, at: now, state: 'firing', details: '{}' })
    .returning('id');
  return { alertId: alert.id, changeId: change.id };
}

/** Writes an alert with deliveries that are due at these times. */
async function insertDeliveries(knex: Knex, dueAt: Date[]): Promise<string[]> {
  const { changeId } = await insertFiring(knex);
  const deliveries = await knex('alert_deliveries')
    .insert(
      dueAt.map(due_at => ({
        change_id: changeId,
        target: 'on-call',
        due_at,
      })),
    )
    .returning('id');
  return deliveries.map(({ id }) => id);
}

describe('AlertDeliveryStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('gives each delivery to one taker, oldest first, until it is left', async () => {
    const knex = await openTestDatabase(databases, now);
    const store = new AlertDeliveryStore(knex);
    const [second, first] = await insertDeliveries(knex, [
      now,
      secondsLater(-60),
      secondsLater(1),
    ]);
    const until = secondsLater(30);
    expect(await store.findNextDue()).toEqual(secondsLater(-60));

    const taken = await Promise.all(
      Array.from({ length: 4 }, () => store.takeDue(now, until)),
    );
    const ids = taken.flatMap(delivery => delivery?.id ?? []);
    expect(ids.sort()).toEqual([second, first].sort());
    expect(taken.find(delivery => delivery?.id === first)).toMatchObject({
      target: 'on-call',
      attempts: 0,
      alert: { state: 'firing', sloName: 'availability', service: 'payments' },
    });

    await store.markSent(first, now);
    expect(await store.findNextDue()).toEqual(secondsLater(1));
    const later = secondsLater(30);
    // Whoever took the other one is gone; the third has become due by itself.
    const left = [
      await store.takeDue(later, secondsLater(60)),
      await store.takeDue(later, secondsLater(60)),
      await store.takeDue(later, secondsLater(60)),
    ];
    expect(left.map(delivery => delivery?.id)).toEqual([
      expect.not.stringMatching(`^(${first}|${second})$`),
      second,
      undefined,
    ]);
    expect(await store.findNextDue()).toEqual(secondsLater(60));
    await knex('alert_deliveries').update({ due_at: null });
    expect(await store.findNextDue()).toBeUndefined();
  });

  it('tells nobody that an alert fires who is told that it is over', async () => {
    const knex = await openTestDatabase(databases, now);
    const store = new AlertDeliveryStore(knex);
    const { alertId, changeId } = await insertFiring(knex);
    // Alertmanager was away when the alert fired, and is tried again at 12:32.
    const delivery = (target: string, problem: string | null = null) => ({
      change_id: changeId,
      target,
      due_at: secondsLater(32 * 60),
      problem,
    });
    await knex('alert_deliveries').insert([
      delivery('on-call', 'answered with 503'),
      delivery('owners'),
      delivery('channel'),
    ]);
    const [resolved] = await knex('alert_changes')
      .insert({
        alert_id: alertId,
        at: secondsLater(25 * 60),
        state: 'resolved',
        details: '{}',
      })
      .returning('id');
    await knex('alert_deliveries').insert([
      {
        change_id: resolved.id,
        target: 'on-call',
        sent_at: secondsLater(25 * 60),
      },
      {
        change_id: resolved.id,
        target: 'owners',
        due_at: secondsLater(33 * 60),
      },
    ]);

    const take = async (minutes: number) => {
      const at = secondsLater(minutes * 60);
      const taken = await store.takeDue(at, secondsLater(3_600));
      return taken && [taken.target, taken.alert.state];
    };
    expect(await take(32)).toEqual(['channel', 'firing']);
    expect(await take(32)).toBeUndefined();
    expect(await take(33)).toEqual(['owners', 'resolved']);
    expect(
      await knex('alert_deliveries')
        .whereNull('due_at')
        .where({ sent_at: null })
        .orderBy('target')
        .select('target', 'problem'),
    ).toEqual([
      { target: 'on-call', problem: 'answered with 503' },
      {
        target: 'owners',
        problem: 'The alert changed before it could be sent',
      },
    ]);
  });

  it('counts alerts that fire without a pause as one episode', async () => {
    const knex = await openTestDatabase(databases, now);
    const store = new AlertDeliveryStore(knex);
    const objective = await insertObjective(knex);
    // Fired and resolved, in minutes; the fourth goes on.
    const times: [fired: number, resolved?: number][] = [
      [0, 10],
      [5, 20],
      [30, 40],
      [35],
    ];
    const alerts = await knex('alerts')
      .insert(
        times.map(([fired, resolved], index) => ({
          ...objective,
          id: knex.raw('gen_random_uuid()'),
          rule: `rule-${index}`,
          severity: 'page',
          state: resolved === undefined ? 'firing' : 'resolved',
          details: '{}',
          started_at: now,
          fired_at: secondsLater(60 * fired),
          resolved_at: resolved && secondsLater(60 * resolved),
        })),
      )
      .returning('id');
    const ids = alerts.map(({ id }) => id);
    const firsts = await Promise.all(
      ids.map(alertId =>
        store.findFirstOfEpisode({ alertId, sloId: objective.slo_id }),
      ),
    );
    expect(firsts.map(id => ids.indexOf(id))).toEqual([0, 0, 2, 2]);
    expect(await store.listFiring('owners', objective.slo_id)).toEqual([]);
  });
});
