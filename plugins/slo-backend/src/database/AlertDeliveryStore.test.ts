import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openTestDatabase } from '../__testUtils__/openTestDatabase';
import { AlertDeliveryStore } from './AlertDeliveryStore';
import { ReadStore } from './ReadStore';

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

/** Writes that an alert is over, so many minutes later. */
async function insertResolved(knex: Knex, alertId: string, minutes: number) {
  const [{ id }] = await knex('alert_changes')
    .insert({
      alert_id: alertId,
      at: secondsLater(minutes * 60),
      state: 'resolved',
      details: '{}',
    })
    .returning('id');
  return id;
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

  it('tells nobody that an alert fires once it is over', async () => {
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
      // Hears of what fires only.
      delivery('channel'),
    ]);
    const resolved = await insertResolved(knex, alertId, 25);
    await knex('alert_deliveries').insert([
      {
        change_id: resolved,
        target: 'on-call',
        sent_at: secondsLater(25 * 60),
      },
      { change_id: resolved, target: 'owners', due_at: secondsLater(33 * 60) },
    ]);

    const take = async (minutes: number) => {
      const at = secondsLater(minutes * 60);
      const taken = await store.takeDue(at, secondsLater(3_600));
      return taken && [taken.target, taken.alert.state, taken.isFollowable];
    };
    expect(await take(32)).toBeUndefined();
    expect(await take(33)).toEqual(['owners', 'resolved', false]);
    const changed = {
      problem: 'The alert changed before it could be sent',
      problem_message: [{ key: 'slo.delivery.changed' }],
    };
    expect(
      await knex('alert_deliveries')
        .whereNull('due_at')
        .where({ sent_at: null })
        .orderBy('target')
        .select('target', 'problem', 'problem_message'),
    ).toEqual([
      { target: 'channel', ...changed },
      {
        target: 'on-call',
        problem: 'answered with 503',
        problem_message: null,
      },
      { target: 'owners', ...changed },
    ]);
  });

  it('answers why a message was not sent, with what that is made of', async () => {
    const knex = await openTestDatabase(databases, now);
    const store = new AlertDeliveryStore(knex);
    const [first, second] = await insertDeliveries(knex, [now, now]);
    const problem = {
      key: 'slo.delivery.answered',
      values: { target: 'on-call', status: '503' },
    };
    await store.markFailed(first, { problem, dueAt: now });
    await store.markFailed(second, { problem: 'fetch failed', dueAt: now });
    const read = async () => {
      const { items } = await new ReadStore(knex).listAlerts({
        entityRefs: ['component:default/payments'],
        limit: 10,
      });
      return items[0].deliveries.map(({ message, messages }) => [
        message,
        messages,
      ]);
    };
    expect(await read()).toEqual([
      ["The target 'on-call' answered with 503", { message: [problem] }],
      ['fetch failed', undefined],
    ]);
    await store.markSent(first, now);
    expect((await read())[0]).toEqual([undefined, undefined]);
  });

  it('knows who was told that an alert fires when it is over', async () => {
    const knex = await openTestDatabase(databases, now);
    const store = new AlertDeliveryStore(knex);
    const { alertId, changeId } = await insertFiring(knex);
    const take = async (seconds: number) => {
      const taken = await store.takeDue(
        secondsLater(seconds),
        secondsLater(seconds + 30),
      );
      return taken && { ...taken, state: taken.alert.state };
    };
    const targets = ['failed', 'in-time', 'slow', 'gone'];
    await knex('alert_deliveries').insert(
      targets.map((target, index) => ({
        change_id: changeId,
        target,
        due_at: secondsLater(index),
      })),
    );
    for (const second of [0, 1, 2, 3]) {
      const taken = await take(second);
      expect(taken?.target).toBe(targets[second]);
      if (taken?.target === 'failed') {
        await store.markFailed(taken.id, {
          problem: 'answered with 503',
          dueAt: secondsLater(60),
        });
      } else if (taken?.target === 'in-time') {
        await store.markSent(taken.id, secondsLater(1));
      }
    }
    const slow = await knex('alert_deliveries')
      .where({ target: 'slow' })
      .first('id');

    // It is over after ten seconds, also for a target that is new since.
    const resolved = await insertResolved(knex, alertId, 10 / 60);
    await knex('alert_deliveries').insert(
      [...targets, 'new'].map(target => ({
        change_id: resolved,
        target,
        due_at: secondsLater(10),
      })),
    );
    const takeAll = async (seconds: number) => {
      const all: unknown[] = [];
      for (;;) {
        const taken = await take(seconds);
        if (!taken) {
          return all;
        }
        all.push([taken.target, taken.state, taken.isFollowable]);
        await store.markSent(taken.id, secondsLater(seconds));
      }
    };
    expect(await takeAll(10)).toEqual([
      ['failed', 'resolved', false],
      ['in-time', 'resolved', true],
      ['new', 'resolved', false],
    ]);
    // Two are being sent, and taken for gone after 32 and 33 seconds.
    expect(await store.findNextDue()).toEqual(secondsLater(32));
    await store.markSent(slow.id, secondsLater(20));
    expect(await takeAll(32)).toEqual([['slow', 'resolved', true]]);
    // Whoever sent this one is gone, so it may have arrived.
    expect(await takeAll(33)).toEqual([['gone', 'resolved', true]]);
    expect(await takeAll(60)).toEqual([]);
    expect(await store.findNextDue()).toBeUndefined();
  });

  it('tells that an alert is over where a policy wants only that told', async () => {
    const knex = await openTestDatabase(databases, now);
    const store = new AlertDeliveryStore(knex);
    const { alertId } = await insertFiring(knex);
    await knex('alert_deliveries').insert({
      change_id: await insertResolved(knex, alertId, 25),
      target: 'channel',
      due_at: now,
    });
    expect(await store.takeDue(now, secondsLater(30))).toMatchObject({
      target: 'channel',
      isFollowable: true,
    });
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
