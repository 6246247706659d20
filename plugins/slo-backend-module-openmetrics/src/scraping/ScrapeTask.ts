import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ScrapeOutcome,
  ScrapeProblem,
  ScrapeStore,
  ScrapeTarget,
} from '../database/ScrapeStore';
import type { Sample } from '../parsing/parseOpenMetrics';
import { parseSelector } from '../parsing/parseSelector';
import {
  type Advance,
  advanceQuery,
  type ScrapeStep,
  type SeriesValue,
} from './advanceQuery';
import { compareStarts } from './compareStarts';
import { createdNameOf } from './createdNameOf';
import type { Scraper } from './Scraper';
import { ScrapeSaver } from './ScrapeSaver';

interface ScrapeTaskOptions {
  store: ScrapeStore;
  scraper: Pick<Scraper, 'scrape'>;
  logger: LoggerService;
}

const PROCESS_START = 'process_start_time_seconds';
/** The engine asks every half minute; what it stopped asking for is dropped. */
const REQUESTED_WITHIN_MS = 10 * 60_000;
/** Most of the time they wait for answers. */
const CONCURRENCY = 30;
/** After that long without an answer its minutes are lost, so that it can wait. */
const LOST_AFTER_MS = 60_000;
const RETRY_AFTER_MS = 60_000;
/** For how long of a run those are tried that may keep us waiting. */
const RETRYING_MS = 10_000;

/** Scrapes what the engine asks for. */
export class ScrapeTask {
  readonly #options: ScrapeTaskOptions;

  constructor(options: ScrapeTaskOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { store, logger } = this.#options;
    const saver = new ScrapeSaver(store);
    const now = new Date();
    const since = new Date(now.getTime() - REQUESTED_WITHIN_MS);
    const targets = await store.listTargets(since, now);
    const problems: string[] = [];
    const queue = targets.values();
    const work = async () => {
      for (const target of queue) {
        const isLate = Date.now() - now.getTime() >= RETRYING_MS;
        if (signal.aborted || (target.retryAt && isLate)) {
          return;
        }
        const scrape = await this.#scrape(target, signal);
        if (signal.aborted) {
          return;
        }
        if ('problem' in scrape) {
          problems.push(scrape.problem);
        }
        saver.add(scrape);
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, work));
    await saver.end();
    if (problems.length > 0) {
      logger.debug('Some metrics endpoints could not be scraped', {
        failedCount: problems.length,
        firstProblem: problems[0] ?? '',
      });
    }
  }

  async #scrape(
    target: ScrapeTarget,
    signal: AbortSignal,
  ): Promise<ScrapeOutcome | ScrapeProblem> {
    const { url } = target;
    const names = new Set([
      PROCESS_START,
      ...target.queries.flatMap(({ query }) => {
        const selector = parseSelector(query);
        return 'problem' in selector
          ? []
          : [selector.name, createdNameOf(selector.name)];
      }),
    ]);
    const scrape = await this.#options.scraper.scrape(url, { names, signal });
    if ('problem' in scrape) {
      const { problem, isTimeout } = scrape;
      return { url, problem, retryAt: isTimeout ? retryAt(target) : undefined };
    }
    const { at, samples } = scrape;
    const { scrapedAt = at } = target;
    const processStartedAt = samples.find(
      ({ name }) => name === PROCESS_START,
    )?.value;
    return {
      target,
      scrapedAt: at,
      processStartedAt,
      queries: target.queries.map(({ key, query, kind, state }) => ({
        key,
        ...advance(query, {
          state,
          samples,
          step: {
            kind,
            atMs: at.getTime(),
            process: compareStarts(
              target.processStartedAt,
              processStartedAt,
              scrapedAt.getTime(),
            ),
          },
        }),
      })),
    };
  }
}

/** When an endpoint is tried again that has not answered in time. */
function retryAt({ scrapedAt }: ScrapeTarget): Date | undefined {
  const now = Date.now();
  return scrapedAt && now - scrapedAt.getTime() <= LOST_AFTER_MS
    ? undefined
    : new Date(now + RETRY_AFTER_MS);
}

function advance(
  query: string,
  options: {
    state: Parameters<typeof advanceQuery>[0];
    samples: Sample[];
    step: Omit<ScrapeStep, 'series'>;
  },
): Advance & { seriesCount: number } {
  const { state, samples, step } = options;
  const selector = parseSelector(query);
  if ('problem' in selector) {
    return { minutes: [], seriesCount: 0, problem: selector.problem };
  }
  const createdName = createdNameOf(selector.name);
  const created = new Map(
    samples
      .filter(({ name }) => name === createdName)
      .map(({ labels, value }) => [identityOf(labels), value]),
  );
  const series = new Map<string, SeriesValue>();
  for (const { name, labels, value } of samples) {
    if (name === selector.name && selector.matches(labels)) {
      // The buckets of a histogram were created together.
      const { le: _, ...ofFamily } = labels;
      series.set(identityOf(labels), {
        value,
        createdAt: created.get(identityOf(ofFamily)),
      });
    }
  }
  return {
    ...advanceQuery(state, { ...step, series }),
    seriesCount: series.size,
  };
}

function identityOf(labels: Record<string, string>): string {
  return JSON.stringify(
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
