import { freezeTime } from '@atrium/backend-common/testUtils';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ScrapeStore } from '../database/ScrapeStore';
import type { Scraper } from './Scraper';
import { ScrapeTask } from './ScrapeTask';

const startMs = Date.parse('2026-11-25T12:00:00Z');
const { signal } = new AbortController();

describe('ScrapeTask', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const hanging = Array.from({ length: 60 }, (_, index) => `http://a${index}`);
  const fine = 'http://z';
  let asked: string[] = [];
  let silent: string[] = [];
  let onAsked: () => void = () => {};
  let task: ScrapeTask;

  beforeAll(async () => {
    freezeTime(new Date(startMs));
    const knex = await databases.init('POSTGRES_18');
    const store = await ScrapeStore.create({ getClient: async () => knex });
    await store.markRequested(
      [...hanging, fine].map(url => ({
        key: url,
        url,
        query: 'requests_total',
        kind: 'counter',
      })),
      new Date(),
    );
    const scraper: Pick<Scraper, 'scrape'> = {
      async scrape(url) {
        asked.push(url);
        onAsked();
        return silent.includes(url)
          ? { problem: 'Did not answer in time', isTimeout: true }
          : { at: new Date(), samples: [] };
      },
    };
    task = new ScrapeTask({
      store,
      scraper,
      logger: mockServices.logger.mock(),
    });
  });

  afterAll(() => {
    jest.useRealTimers();
  });

  function at(seconds: number): void {
    jest.setSystemTime(startMs + seconds * 1_000);
  }

  async function run(seconds: number): Promise<string[]> {
    at(seconds);
    asked = [];
    await task.run(signal);
    return asked;
  }

  it('tries again later what has not answered in time for a minute, after the others', async () => {
    expect(await run(0)).toHaveLength(61);
    silent = hanging;
    // Two scrapes may fail without a gap.
    for (const seconds of [20, 40, 60]) {
      expect(await run(seconds)).toHaveLength(61);
    }
    expect(await run(80)).toHaveLength(61);
    for (const seconds of [100, 120, 139]) {
      expect(await run(seconds)).toEqual([fine]);
    }

    // Each keeps everybody waiting for another second.
    let waited = 0;
    onAsked = () => at(140 + waited++);
    const [first, ...others] = await run(140);
    expect(first).toBe(fine);
    expect(others).toHaveLength(10);
    // The others had their turn already.
    onAsked = () => {};
    const [, ...left] = await run(160);
    expect(left).toHaveLength(50);
    expect(left).not.toEqual(expect.arrayContaining([others[0]]));

    silent = [];
    expect(await run(240)).toHaveLength(61);
    silent = hanging;
    expect(await run(260)).toHaveLength(61);
    expect(await run(280)).toHaveLength(61);
  });
});
