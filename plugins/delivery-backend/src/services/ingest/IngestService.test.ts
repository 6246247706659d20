import { TestDatabases } from '@backstage/backend-test-utils';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { openDatabase } from '../../__testUtils__/openDatabase';
import { finishedRun } from '../../__testUtils__/sampleEvents';
import { sampleComponent, sampleIndex } from '../../__testUtils__/sampleIndex';
import { EventStore } from '../../database/EventStore';
import { PlaceStore } from '../../database/PlaceStore';
import { IngestService } from './IngestService';

const TIME = '2026-11-25T12:00:00Z';
const DAY_MS = 86_400_000;

describe('IngestService', () => {
  const databases = TestDatabases.create();

  beforeEach(() => {
    freezeTime();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('tells that figures change where something is stored or assigned', async () => {
    const knex = await openDatabase(databases);
    const options = {
      knex,
      environments: {},
      mainBranches: ['main'],
      notifiesOfMainBranch: false,
    };
    let index = sampleIndex();
    const onStored = jest.fn();
    const service = new IngestService({
      store: new EventStore(options),
      places: new PlaceStore(options),
      resolver: { getIndex: async () => index, refresh: async () => {} },
      signals: { publish: () => {} },
      onStored,
      retention: {
        eventsMs: 400 * DAY_MS,
        runsMs: 400 * DAY_MS,
        historyMs: 400 * DAY_MS,
      },
      eventCounter: { add: () => {} },
      durations: { record: () => {} },
    });
    const tellsAfter = async (work: () => Promise<unknown>) => {
      onStored.mockClear();
      await work();
      return onStored.mock.calls.length > 0;
    };

    const run = finishedRun('1', TIME);
    expect(await tellsAfter(() => service.ingest([run]))).toBe(true);
    // It is known by now, and what is none is refused.
    expect(await tellsAfter(() => service.ingest([run, {}]))).toBe(false);
    expect(await tellsAfter(() => service.resolveUnmatched())).toBe(false);
    index = sampleIndex([
      sampleComponent(
        'payment-service',
        'https://github.com/acme/payment-service/blob/main/catalog-info.yaml',
      ),
    ]);
    expect(await tellsAfter(() => service.resolveUnmatched())).toBe(true);
    expect(await tellsAfter(() => service.resolveUnmatched())).toBe(false);
  });
});
