import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planHistory } from './planHistory.ts';
import type { Project } from './readProjects.ts';
import { listWorkingDays } from './workingDays.ts';
import { Dice } from './Dice.ts';
import { versionsAround } from './versionsAround.ts';

const untilMs = Date.UTC(2026, 10, 25, 10, 30);
const gitUrl = 'http://localhost:7008';

function project(name: string, more: Partial<Project> = {}): Project {
  return {
    name,
    fullName: `acme/${name}`,
    owner: 'team-storefront',
    system: 'storefront',
    people: ['mina', 'omar', 'lea'],
    ...more,
  };
}

const projects = [
  project('payment-service', {
    owner: 'team-payments',
    system: 'billing',
    version: '4.12.3',
  }),
  ...Array.from({ length: 24 }, (_, index) =>
    project(`service-${index}`, { version: '2.7.0' }),
  ),
  ...Array.from({ length: 8 }, (_, index) => project(`library-${index}`)),
];
const history = planHistory(projects, { gitUrl, untilMs });

interface EventData {
  subject: {
    id: string;
    content: {
      environment?: { id: string };
      outcome?: string;
      service?: { id: string };
    };
  };
  customData: {
    atrium: { version?: string; commit?: string; repository: string };
  };
}

const events = history.events.map(({ event, atMs }) => ({
  name: event.type.split('.').slice(2, 4).join('.'),
  atMs,
  id: event.id,
  data: event.data as EventData,
}));

function named(name: string) {
  return events.filter(event => event.name === name);
}

test('is the same each time, bounded, and over by its end', () => {
  assert.deepEqual(planHistory(projects, { gitUrl, untilMs }), history);
  assert.ok(
    events.length > 5_000 && events.length < 40_000,
    `${events.length}`,
  );
  assert.equal(new Set(events.map(({ id }) => id)).size, events.length);
  assert.ok(events.every(({ id }) => id.length <= 512));
  assert.ok(events.every(({ atMs }) => atMs <= untilMs));
  assert.ok(
    history.events.every(
      ({ event }) => event.source === `${gitUrl}/sample-history`,
    ),
  );
});

test('ends with what runs now', () => {
  let staged = 0;
  for (const { name, version } of projects) {
    const record = history.deployments.get(name);
    const running: Record<string, string | undefined> = {};
    for (const event of events) {
      const { subject, customData } = event.data;
      if (event.name.startsWith('service.') && subject.id === name) {
        running[subject.content.environment?.id ?? ''] =
          customData.atrium.version;
      }
    }
    if (version === undefined) {
      assert.deepEqual(running, {}, name);
      continue;
    }
    assert.deepEqual(running, record?.versions, name);
    assert.equal(running.production, version);
    staged += running.staging === version ? 0 : 1;
  }
  assert.ok(staged > 0);
});

test('has failures, roll-backs and incidents, some of them open', () => {
  const finished = named('pipelinerun.finished');
  const failed = finished.filter(
    ({ data }) => data.subject.content.outcome === 'failure',
  );
  const share = failed.length / finished.length;
  assert.ok(share > 0.05 && share < 0.11, `${share}`);
  assert.ok(named('service.rolledback').length > 5);
  assert.ok(named('change.abandoned').length > 5);
  const resolved = new Set(
    named('incident.resolved').map(({ data }) => data.subject.id),
  );
  const open = named('incident.detected').filter(
    ({ data }) => !resolved.has(data.subject.id),
  );
  assert.equal(open.length, 2);
  assert.ok(
    open.some(
      ({ data }) => data.subject.content.service?.id === 'payment-service',
    ),
  );
  const bad = named('service.upgraded').filter(
    ({ data, atMs }) =>
      data.subject.id === 'payment-service' &&
      data.subject.content.environment?.id === 'production' &&
      atMs === untilMs - 2 * 60 * 60 * 1000,
  );
  assert.equal(bad.length, 1);
  const [merged] = named('change.merged').filter(
    ({ data, atMs }) =>
      data.customData.atrium.repository.endsWith('/payment-service') &&
      atMs === untilMs - (2 * 60 + 80) * 60 * 1000,
  );
  assert.equal(
    bad[0].data.customData.atrium.commit,
    merged.data.customData.atrium.commit,
  );
});

test('works in Berlin, from Monday to Friday, over the change of clocks', () => {
  const days = listWorkingDays(Date.UTC(2026, 9, 26, 12), 4);
  // 23 October is a Friday in summer time, 26 October a Monday in winter time.
  assert.deepEqual(
    days.map(item => new Date(item.at(9 * 60)).toISOString()),
    ['2026-10-23T07:00:00.000Z', '2026-10-26T08:00:00.000Z'],
  );
});

test('counts versions around the one that runs', () => {
  const dice = new Dice('test');
  assert.deepEqual(versionsAround('4.12.3', { position: 3, count: 5, dice }), [
    '4.12.0',
    '4.12.1',
    '4.12.2',
    '4.12.3',
    '4.12.4',
  ]);
  assert.deepEqual(versionsAround('0.0.1', { position: 3, count: 4, dice }), [
    '0.0.0',
    '0.0.0',
    '0.0.0',
    '0.0.1',
  ]);
  const long = versionsAround('0.2.1', { position: 30, count: 31, dice });
  assert.equal(new Set(long).size, 31);
});
