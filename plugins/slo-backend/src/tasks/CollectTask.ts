import {
  indicatorOf,
  type OpenSloDocument,
  queriesOf,
  type SloQueryPart,
  toSourceQuery,
} from '@atrium/plugin-slo-common';
import type {
  SloCollectQuery,
  SloCollectResult,
  SloSource,
} from '@atrium/plugin-slo-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { CollectedSeries, CollectStore } from '../database/CollectStore';
import { type Interval, minuteOf, startOfMinute } from '../engine/Interval';
import {
  type CollectedPart,
  combineParts,
} from '../services/collect/combineParts';
import { nextPeriod } from '../services/collect/nextPeriod';

interface CollectTaskOptions {
  store: CollectStore;
  sources: ReadonlyMap<string, SloSource>;
  sharedDocuments: OpenSloDocument[];
  overlapMs: number;
  backfillMs: number;
  keptMs: number;
  logger: LoggerService;
  meter: { add(count: number, attributes: { source: string }): void };
}

/** Series that are asked for over the same period. */
interface Batch {
  period: Interval;
  series: CollectedSeries[];
}

/** So that a long past is filled little by little, and others get their turn. */
const ROUNDS = 20;
const SOURCE_TIMEOUT_MS = 60_000;

/** Asks the sources for what happened since the last time. */
export class CollectTask {
  readonly #options: CollectTaskOptions;

  constructor(options: CollectTaskOptions) {
    this.#options = options;
  }

  async run(signal: AbortSignal): Promise<void> {
    for (let round = 0; round < ROUNDS && !signal.aborted; round++) {
      const batches = this.#plan(await this.#options.store.listCollected());
      let isBehind = false;
      for (const batch of batches) {
        if (signal.aborted) {
          return;
        }
        const hasMoved = await this.#collect(batch, signal);
        isBehind ||= hasMoved && batch.period.to < minuteOf(Date.now());
      }
      if (!isBehind) {
        return;
      }
    }
  }

  #plan(all: CollectedSeries[]): Batch[] {
    const now = minuteOf(Date.now());
    const batches = new Map<string, Batch>();
    for (const series of all) {
      const period = nextPeriod(series.collectedUntil, {
        sources: this.#sourcesOf(series),
        overlapMinutes: this.#options.overlapMs / 60_000,
        backfillMinutes: this.#options.backfillMs / 60_000,
        keptMinutes: Math.floor(this.#options.keptMs / 60_000),
        now,
      });
      if (period) {
        const key = `${period.from} ${period.to}`;
        const batch = batches.get(key) ?? { period, series: [] };
        batches.set(key, batch);
        batch.series.push(series);
      }
    }
    return [...batches.values()];
  }

  /** Says whether anything was learnt. */
  async #collect(
    { period, series }: Batch,
    signal: AbortSignal,
  ): Promise<boolean> {
    const queries = series.flatMap(one => this.#queriesOf(one));
    const results = new Map<string, SloCollectResult>();
    for (const type of new Set(queries.map(({ query }) => query.sourceType))) {
      const ofSource = queries.filter(({ query }) => query.sourceType === type);
      const answers = await this.#ask(type, ofSource, { period, signal });
      for (const { key } of ofSource) {
        results.set(
          key,
          answers.get(key) ?? {
            minutes: [],
            problem: `The source '${type}' did not answer the query`,
          },
        );
      }
    }
    const collected = series.map(one =>
      combineParts(one, {
        parts: partsOf(one).map((part): CollectedPart => {
          const result = results.get(keyOf(one, part));
          return { part, result: result ?? { minutes: [] } };
        }),
        period,
      }),
    );
    const refused = await this.#options.store.save(collected);
    if (refused.size > 0) {
      const [reason] = refused.values();
      this.#options.logger.warn('The database refused SLO counts', {
        failedCount: refused.size,
        reason: stringifyError(reason),
      });
    }
    return collected.some(
      ({ seriesId, collectedUntil }) =>
        collectedUntil && !refused.has(seriesId),
    );
  }

  async #ask(
    type: string,
    queries: SloCollectQuery[],
    { period, signal }: { period: Interval; signal: AbortSignal },
  ): Promise<Map<string, SloCollectResult>> {
    const { sources, logger, meter } = this.#options;
    try {
      const answers = await sources.get(type)?.collect(
        {
          queries,
          from: startOfMinute(period.from).toISOString(),
          to: startOfMinute(period.to).toISOString(),
        },
        {
          signal: AbortSignal.any([
            signal,
            AbortSignal.timeout(SOURCE_TIMEOUT_MS),
          ]),
        },
      );
      const minutes = [...(answers?.values() ?? [])].reduce(
        (sum, answer) => sum + answer.minutes.length,
        0,
      );
      meter.add(minutes, { source: type });
      return answers ?? new Map();
    } catch (error) {
      logger.warn('A source of SLO counts is not available', {
        source: type,
        reason: stringifyError(error),
      });
      const problem = `The source '${type}' is not available`;
      return new Map(queries.map(({ key }) => [key, { minutes: [], problem }]));
    }
  }

  #queriesOf(series: CollectedSeries): SloCollectQuery[] {
    const { definition, objective, entityRef, state } = series;
    const { sharedDocuments } = this.#options;
    const indicator = indicatorOf(definition, objective);
    const isCounter = indicator.kind === 'ratio' && indicator.isCounter;
    return queriesOf(indicator).map(({ part, query }) => ({
      key: keyOf(series, part),
      entityRef,
      part,
      isCounter,
      query: toSourceQuery(query, { definition, sharedDocuments }),
      state: state[part],
    }));
  }

  #sourcesOf({ definition, objective }: CollectedSeries): SloSource[] {
    return queriesOf(indicatorOf(definition, objective)).flatMap(
      ({ query }) => this.#options.sources.get(query.sourceType) ?? [],
    );
  }
}

function partsOf({ definition, objective }: CollectedSeries): SloQueryPart[] {
  return queriesOf(indicatorOf(definition, objective)).map(({ part }) => part);
}

function keyOf({ id }: CollectedSeries, part: SloQueryPart): string {
  return `${id} ${part}`;
}
