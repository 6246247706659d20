import type {
  EventCounts,
  EventCountsRequest,
} from '@atrium/plugin-delivery-common';
import type {
  SloCollectQuery,
  SloCollectResult,
} from '@atrium/plugin-slo-node';
import { mockServices } from '@backstage/backend-test-utils';
import { DeliverySource } from './DeliverySource';

const payments = 'component:default/payment-service';
const now = '2026-11-25T12:00';
const { signal } = new AbortController();

/** What delivery knows: the minutes with an event, by component. */
type Log = Record<string, { knownSince?: string; events: string[] }>;

function query(
  key: string,
  more: Partial<SloCollectQuery> & { spec?: object } = {},
): SloCollectQuery {
  const { spec = { measure: 'runs' }, ...rest } = more;
  return {
    key,
    entityRef: payments,
    part: 'total',
    isCounter: true,
    query: {
      sourceType: 'delivery',
      sourceOrigin: 'default',
      spec: { ...spec } as SloCollectQuery['query']['spec'],
    },
    ...rest,
  };
}

/** As delivery answers, of minutes written as `11-25T11:00`. */
function answer(log: Log, { from, to, queries }: EventCountsRequest) {
  return queries.flatMap(({ key, entityRef }): EventCounts[] => {
    const known = log[entityRef];
    return known
      ? [
          {
            key,
            knownSince: known.knownSince && toInstant(known.knownSince),
            minutes: known.events
              .map(toInstant)
              .filter(minute => minute >= from && minute < to)
              .map(minute => ({ minute, count: 1 })),
          },
        ]
      : [];
  });
}

function toInstant(minute: string): string {
  return `2026-${minute}:00.000Z`;
}

function events(result?: SloCollectResult): string[] {
  return (result?.minutes ?? [])
    .filter(({ value }) => value > 0)
    .map(({ minute, value }) => `${minute.slice(5, 16)} ${value}`);
}

describe('DeliverySource', () => {
  const countEvents = jest.fn<Promise<EventCounts[]>, [EventCountsRequest]>();
  const source = new DeliverySource({
    auth: mockServices.auth(),
    delivery: { countEvents },
  });

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date(`${now}:20Z`) });
    countEvents.mockReset();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  function tell(log: Log) {
    countEvents.mockImplementation(async request => answer(log, request));
  }

  /** The last quarter of an hour, as the engine asks every half a minute. */
  async function ask(...queries: SloCollectQuery[]) {
    const at = Math.floor(Date.now() / 60_000) * 60_000;
    return source.collect(
      {
        queries,
        from: new Date(at - 15 * 60_000).toISOString(),
        to: new Date(at).toISOString(),
      },
      { signal },
    );
  }

  it('has a number for every minute, since anything is known', async () => {
    tell({
      [payments]: { knownSince: '11-25T10:00', events: ['11-25T11:50'] },
      'component:default/new': { knownSince: '11-25T11:57', events: [] },
    });
    const results = await ask(
      query('a'),
      query('b', { entityRef: 'component:default/new' }),
    );
    const all = results.get('a')?.minutes ?? [];
    expect(all).toHaveLength(15);
    expect(all.at(0)).toEqual({
      minute: `${now.slice(0, 11)}11:45:00.000Z`,
      value: 0,
    });
    expect(events(results.get('a'))).toEqual(['11-25T11:50 1']);
    expect(results.get('b')?.minutes).toEqual(
      ['11:57', '11:58', '11:59'].map(time => ({
        minute: `2026-11-25T${time}:00.000Z`,
        value: 0,
      })),
    );
  });

  it('says why there is nothing, query by query', async () => {
    tell({
      [payments]: { knownSince: '11-25T10:00', events: ['11-25T11:50'] },
      'component:default/silent': { events: [] },
    });
    const results = await ask(
      query('good', { part: 'good' }),
      query('fine'),
      query('system', { entityRef: 'system:default/billing' }),
      query('hidden', { entityRef: 'component:default/hidden' }),
      query('silent', { entityRef: 'component:default/silent' }),
    );
    expect(
      [...results].map(([key, { problem = '' }]) => [key, problem]),
    ).toEqual([
      ['good', expect.stringContaining('has to say which runs are good')],
      ['system', expect.stringContaining("'system:default/billing' is not")],
      ['fine', ''],
      ['hidden', "The catalog has no component 'component:default/hidden'"],
      [
        'silent',
        "Delivery has not been told of any run or deployment of 'component:default/silent'",
      ],
    ]);
    expect(events(results.get('fine'))).toHaveLength(1);
  });

  it('asks for many at once, and for the whole past only now and then', async () => {
    tell({ [payments]: { knownSince: '11-25T10:00', events: [] } });
    const first = await ask(query('a'), query('b'));
    const asked = () =>
      countEvents.mock.calls
        .filter(([{ queries }]) => queries.length > 0)
        .map(([{ from, to, queries }]) => [
          (Date.parse(to) - Date.parse(from)) / 60_000,
          queries.map(({ key }) => key).join(),
        ]);
    expect(asked()).toEqual([[90 * 1440, 'a,b']]);

    countEvents.mockClear();
    const { state } = first.get('a') ?? {};
    await ask(query('a', { state }), query('c'));
    expect(asked()).toEqual([
      [15, 'a'],
      [90 * 1440, 'c'],
    ]);

    // A quarter of the time that it has been asked for, at most 15 minutes.
    countEvents.mockClear();
    jest.setSystemTime(new Date('2026-11-25T12:01:20Z'));
    await ask(query('a', { state }));
    expect(asked()).toEqual([[90 * 1440, 'a']]);
  });

  it('notices what comes later than anybody waits, and nothing else', async () => {
    const log = {
      [payments]: {
        knownSince: '11-20T08:00',
        events: ['11-20T08:00', '11-25T11:50'],
      },
    };
    tell(log);
    const first = (await ask(query('a'))).get('a');
    expect(first?.changedSince).toBeUndefined();

    // Half an hour on, with something new that came in time.
    jest.setSystemTime(new Date('2026-11-25T12:30:20Z'));
    log[payments].events.push('11-25T12:20');
    const second = (await ask(query('a', { state: first?.state }))).get('a');
    expect(second?.changedSince).toBeUndefined();
    expect(events(second)).toEqual(['11-25T12:20 1']);

    // Something of three days ago, and a beginning before all of it.
    jest.setSystemTime(new Date('2026-11-25T13:00:20Z'));
    log[payments].events.push('11-22T16:40');
    const third = (await ask(query('a', { state: second?.state }))).get('a');
    expect(third?.changedSince).toBe('2026-11-22T16:40:00.000Z');

    jest.setSystemTime(new Date('2026-11-25T13:30:20Z'));
    log[payments].knownSince = '11-18T09:30';
    const fourth = (await ask(query('a', { state: third?.state }))).get('a');
    expect(fourth?.changedSince).toBe('2026-11-18T09:30:00.000Z');

    // Told once. That the oldest falls out of the past is no change.
    jest.setSystemTime(new Date('2027-02-18T09:00:20Z'));
    log[payments].knownSince = '11-20T08:00';
    const fifth = (await ask(query('a', { state: fourth?.state }))).get('a');
    expect(fifth?.changedSince).toBeUndefined();
  });

  it('gives up when nobody waits any more', async () => {
    countEvents.mockReturnValue(new Promise(() => {}));
    const controller = new AbortController();
    const asking = source.collect(
      {
        queries: [query('a')],
        from: `${now}:00.000Z`,
        to: `${now.slice(0, 14)}01:00.000Z`,
      },
      { signal: controller.signal },
    );
    controller.abort(new Error('too slow'));
    await expect(asking).rejects.toThrow('too slow');
  });
});
