import type { CloudEvent } from '@atrium/plugin-delivery-common';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { openDatabase } from '../__testUtils__/openDatabase';
import { sampleEvent } from '../__testUtils__/sampleEvents';
import { sampleIndex } from '../__testUtils__/sampleIndex';
import { parseDeliveryEvent } from '../services/ingest/parseDeliveryEvent';
import { deleteExpired } from './deleteExpired';
import { EventStore } from './EventStore';

const DAY = 24 * 3_600_000;
const now = Date.parse('2026-11-25T12:00:00Z');
const ago = (days: number) => new Date(now - days * DAY).toISOString();
const atrium = { entityRef: 'component:default/payment-service' };

function deployed(artifactId: string, days: number): CloudEvent {
  return sampleEvent('service.deployed', ago(days), {
    subjectId: 'payment-service',
    content: { environment: { id: 'production' }, artifactId },
    atrium,
  });
}

describe('deleteExpired', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;

  beforeAll(async () => {
    knex = await openDatabase(databases);
  });

  it('deletes what is too old, but not what still matters', async () => {
    const store = new EventStore({
      knex,
      environments: {},
      mainBranches: ['main'],
      notifiesOfMainBranch: false,
    });
    const run = (days: number) =>
      sampleEvent('pipelinerun.finished', ago(days), {
        subjectId: `run ${days}`,
        content: { outcome: 'success' },
      });
    const ticket = (days: number) =>
      sampleEvent('ticket.created', ago(days), {
        subjectId: `ticket ${days}`,
        content: {},
      });
    const closed = (days: number) =>
      sampleEvent('ticket.closed', ago(days), {
        subjectId: `ticket ${days}`,
        content: {},
      });
    const events = [
      run(41),
      run(39),
      ticket(101),
      ticket(102),
      closed(102),
      deployed('v1', 120),
      deployed('v2', 110),
      sampleEvent('artifact.packaged', ago(130), {
        subjectId: 'v1',
        content: {},
      }),
      sampleEvent('artifact.packaged', ago(130), {
        subjectId: 'v2',
        content: {},
      }),
    ].map(event => parseDeliveryEvent(event, now));
    await store.store(events, {
      index: sampleIndex(),
      receivedAt: new Date(now),
      count: () => [],
    });

    await deleteExpired(
      knex,
      { eventsMs: 400 * DAY, runsMs: 40 * DAY, historyMs: 100 * DAY },
      now,
    );

    expect(await knex('runs').select('run_id')).toEqual([{ run_id: 'run 39' }]);
    expect(await knex('tickets').select('ticket_id')).toEqual([
      { ticket_id: 'ticket 101' },
    ]);
    // It runs there, however long ago that was.
    expect(await knex('deployments').select('version', 'artifact_id')).toEqual([
      { version: null, artifact_id: 'v2' },
    ]);
    expect(await knex('artifacts').select('artifact_id')).toEqual([
      { artifact_id: 'v2' },
    ]);
    expect(await knex('events').count({ n: '*' })).toEqual([{ n: '9' }]);

    await deleteExpired(
      knex,
      { eventsMs: 0, runsMs: 400 * DAY, historyMs: 400 * DAY },
      Date.parse('2026-12-01T00:00:00Z'),
    );
    expect(await knex('events').count({ n: '*' })).toEqual([{ n: '0' }]);
  });
});
