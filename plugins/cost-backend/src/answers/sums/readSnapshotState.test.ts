import { freezeTime } from '@atrium/backend-common/testUtils';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { fillSums, type SampleCost } from '../../__testUtils__/fillSums';
import { openTestDatabase } from '../../__testUtils__/openTestDatabase';
import { listDays } from '../../calendar/days';
import { readSnapshotState } from './readSnapshotState';

const addImports = (knex: Knex, deliveries: [source: string, at: string][]) =>
  knex('imports').insert(
    deliveries.map(([source, at]) => ({
      source,
      name: source,
      format: 'focus',
      state: 'imported',
      received_at: at,
      seen_at: at,
      finished_at: at,
    })),
  );

describe('readSnapshotState', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  beforeEach(() => freezeTime('2027-03-06T10:00:00Z'));
  afterAll(() => jest.useRealTimers());

  it('knows from which month on a source is there that was just added', async () => {
    const knex = await openTestDatabase(databases);
    const costs = ['2027-01', '2027-02', '2027-03'].flatMap(month => [
      { source: 'azure', day: `${month}-01`, amount: '1' },
    ]);
    await fillSums(knex, [
      ...costs,
      { source: 'gcp', day: '2027-03-01', amount: '1' },
    ]);
    await addImports(knex, [
      ['azure', '2027-01-10T00:00:00Z'],
      ['azure', '2027-03-06T09:59:00Z'],
      ['gcp', '2027-03-06T09:30:00Z'],
    ]);
    const state = await readSnapshotState(knex, 'EUR');
    expect(state.historyFrom).toBe('2027-03-01');
    // An hour later there is no more to come.
    freezeTime('2027-03-06T10:31:00Z');
    const later = await readSnapshotState(knex, 'EUR');
    expect(later.historyFrom).toBeUndefined();
  });

  it('waits for a source that falls silent, tells of it, and then goes on without', async () => {
    const knex = await openTestDatabase(databases);
    await knex('sources').insert([
      { name: 'azure', kind: 's3' },
      { name: 'edge', kind: 'opencost' },
      { name: 'gcp', kind: 'folder' },
    ]);
    await fillSums(knex, [
      { source: 'azure', day: '2027-03-05', amount: '1' },
      // Late by four days, as bills may be.
      { source: 'edge', day: '2027-03-02', amount: '1' },
      // 35 days before the newest day.
      { source: 'gcp', day: '2027-01-29', amount: '1' },
      // Neither is in the configuration: uploaded 95 days ago, and 101.
      { source: 'by-hand', day: '2026-12-01', amount: '1' },
      { source: 'old', day: '2026-11-25', amount: '1' },
    ]);
    await addImports(knex, [
      ['by-hand', '2026-11-02T09:00:00Z'],
      ['by-hand', '2026-12-02T09:00:00Z'],
      ['old', '2026-10-26T09:00:00Z'],
      ['old', '2026-11-26T09:00:00Z'],
    ]);
    expect(await readSnapshotState(knex, 'EUR')).toMatchObject({
      completeUntil: '2027-03-03',
      silentSources: [
        { source: 'by-hand', lastDay: '2026-12-01', isWaitedFor: false },
        { source: 'gcp', lastDay: '2027-01-29', isWaitedFor: false },
      ],
    });
    await fillSums(knex, [
      { source: 'azure', day: '2027-03-05', amount: '1' },
      { source: 'edge', day: '2027-03-01', amount: '1' },
    ]);
    expect(await readSnapshotState(knex, 'EUR')).toMatchObject({
      completeUntil: '2027-03-02',
      silentSources: [
        { source: 'edge', lastDay: '2027-03-01', isWaitedFor: true },
      ],
    });
  });

  it('goes by what is used day by day, not by charges for the whole month', async () => {
    const knex = await openTestDatabase(databases);
    await knex('sources').insert([
      { name: 'aws', kind: 's3' },
      { name: 'licences', kind: 'folder' },
    ]);
    const spread = (
      cost: Pick<SampleCost, 'category' | 'source'>,
      [from, to]: [from: string, to: string],
    ): SampleCost[] =>
      listDays(from, to).map(day => ({
        ...cost,
        day,
        amount: '1',
        isCarried: day !== from,
      }));
    const march: [string, string] = ['2027-03-01', '2027-04-01'];
    const fees = spread({ source: 'aws', category: 'Purchase' }, march);
    const support = spread({ source: 'aws' }, march);
    const february = { source: 'aws', day: '2027-02-28', amount: '5' };
    // Nothing of March is used yet by what is known.
    await fillSums(knex, [february, ...fees, ...support]);
    expect(await readSnapshotState(knex, 'EUR')).toMatchObject({
      completeUntil: '2027-03-01',
      silentSources: [{ source: 'aws', lastDay: '2027-02-28' }],
    });
    await fillSums(knex, [
      february,
      ...fees,
      ...support,
      { source: 'aws', day: '2027-03-01', amount: '5' },
      { source: 'aws', day: '2027-03-03', amount: '5' },
      // A credit is no use.
      { source: 'aws', day: '2027-03-04', amount: '-1', category: 'Credit' },
      // Nobody can tell how far it is but by the days that it is for.
      ...spread({ source: 'licences' }, ['2027-03-01', '2027-03-08']),
    ]);
    expect(await readSnapshotState(knex, 'EUR')).toMatchObject({
      completeUntil: '2027-03-04',
      silentSources: [],
    });
    freezeTime('2027-03-09T10:00:00Z');
    expect(await readSnapshotState(knex, 'EUR')).toMatchObject({
      completeUntil: '2027-03-04',
      silentSources: [
        { source: 'aws', lastDay: '2027-03-03', isWaitedFor: true },
      ],
    });
  });

  it('knows on the first of a month up to when the month before is complete', async () => {
    const knex = await openTestDatabase(databases);
    await knex('sources').insert({ name: 'azure', kind: 's3' });
    freezeTime('2027-03-01T10:00:00Z');
    await fillSums(knex, [
      { source: 'azure', day: '2027-02-28', amount: '1' },
      { source: 'azure', day: '2027-03-01', amount: '1' },
    ]);
    const state = await readSnapshotState(knex, 'EUR');
    expect(state.completeUntil).toBe('2027-03-01');
  });

  it('waits for no more of what was uploaded on one day, unless there is nothing else', async () => {
    const knex = await openTestDatabase(databases);
    const once = { source: 'paid-once', day: '2027-02-20', amount: '1' };
    await fillSums(knex, [once]);
    await addImports(knex, [
      ['paid-once', '2027-02-21T08:00:00Z'],
      ['paid-once', '2027-02-21T09:00:00Z'],
    ]);
    expect(await readSnapshotState(knex, 'EUR')).toMatchObject({
      completeUntil: '2027-02-21',
      silentSources: [],
    });
    await knex('sources').insert({ name: 'azure', kind: 's3' });
    await fillSums(knex, [
      once,
      { source: 'azure', day: '2027-03-05', amount: '1' },
    ]);
    expect(await readSnapshotState(knex, 'EUR')).toMatchObject({
      completeUntil: '2027-03-06',
      silentSources: [],
    });
    // A second delivery, on another day, makes it one.
    await addImports(knex, [['paid-once', '2027-02-28T08:00:00Z']]);
    expect(await readSnapshotState(knex, 'EUR')).toMatchObject({
      completeUntil: '2027-02-21',
      silentSources: [
        { source: 'paid-once', lastDay: '2027-02-20', isWaitedFor: true },
      ],
    });
  });
});
