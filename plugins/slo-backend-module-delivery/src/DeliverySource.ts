import type {
  EventCountQuery,
  EventCounts,
} from '@atrium/plugin-delivery-common';
import type { DeliveryService } from '@atrium/plugin-delivery-node';
import {
  describeQueryProblems,
  type SloCollectQuery,
  type SloCollectRequest,
  type SloCollectResult,
  type SloQueryProblem,
  type SloSource,
} from '@atrium/plugin-slo-node';
import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  findChange,
  isCheckDue,
  type KnownHours,
  readKnownHours,
  toKnownHours,
  toMinute,
} from './KnownHours';
import { deliveryDescription } from './deliveryDescription';
import { readDeliverySpec } from './readDeliverySpec';

interface DeliverySourceOptions {
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  delivery: Pick<DeliveryService, 'countEvents'>;
}

/** A query that can be asked. */
interface SourceQuery {
  query: EventCountQuery;
  known: KnownHours | undefined;
  /** Whether all of the past is asked for, and not only the period. */
  isCheck: boolean;
}

interface Period {
  from: number;
  to: number;
}

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

/**
 * Counts deployments and runs by what delivery has been told.
 *
 * @remarks A log of events that has none for a minute says that there was none:
 * the minute counts zero events, as soon as anything is known of the component.
 */
export class DeliverySource implements SloSource {
  readonly type = 'delivery';
  readonly description = deliveryDescription;
  readonly historyMinutes = 90 * DAY_MINUTES;
  /** What delivery knows, it knows at once. */
  readonly backfillMinutes = this.historyMinutes;
  readonly isPerEntity = true;
  readonly settleMinutes = 15;
  readonly maxRangeMinutes = 2 * DAY_MINUTES;
  readonly #options: DeliverySourceOptions;

  constructor(options: DeliverySourceOptions) {
    this.#options = options;
  }

  validate: SloSource['validate'] = (query, part) => {
    const read = readDeliverySpec(query, part);
    return 'problems' in read ? read.problems : [];
  };

  collect: SloSource['collect'] = async (request, { signal }) => {
    const now = Math.floor(Date.now() / MINUTE_MS);
    const results = new Map<string, SloCollectResult>();
    const sourceQueries: SourceQuery[] = [];
    for (const query of request.queries) {
      const problems = problemsOf(query);
      const read = readDeliverySpec(query.query, query.part);
      if (problems.length === 0 && 'query' in read) {
        const { key, entityRef, state } = query;
        const known = readKnownHours(state);
        sourceQueries.push({
          query: { ...read.query, key, entityRef },
          known,
          isCheck: isCheckDue(known, now),
        });
      } else {
        results.set(query.key, {
          minutes: [],
          problem: describeQueryProblems([
            ...problems,
            ...('problems' in read ? read.problems : []),
          ]),
        });
      }
    }
    const answers = await this.#count(sourceQueries, request, { now, signal });
    const period = { from: toMinute(request.from), to: toMinute(request.to) };
    const names = minuteNames(period);
    for (const one of sourceQueries) {
      const { key, entityRef } = one.query;
      const counts = answers.get(key);
      results.set(
        key,
        counts
          ? {
              ...toResult(counts, { names, period, entityRef }),
              ...this.#remember(one, { counts, period, now }),
            }
          : {
              minutes: [],
              problem: `The catalog has no component '${entityRef}'`,
            },
      );
    }
    return results;
  };

  async #count(
    sourceQueries: SourceQuery[],
    { from, to }: SloCollectRequest,
    { now, signal }: { now: number; signal: AbortSignal },
  ): Promise<Map<string, EventCounts>> {
    const { auth, delivery } = this.#options;
    // Whose SLO it is has been read from the catalog; nobody is waiting here on
    // whose behalf this could be asked.
    const credentials = await auth.getOwnServiceCredentials();
    const queriesOf = (isCheck: boolean) =>
      sourceQueries
        .filter(one => one.isCheck === isCheck)
        .map(({ query }) => query);
    const past = {
      from: toInstant(now - this.historyMinutes),
      to: toInstant(now),
    };
    const answers = await untilAborted(
      Promise.all([
        delivery.countEvents(
          { from, to, queries: queriesOf(false) },
          { credentials },
        ),
        delivery.countEvents(
          { ...past, queries: queriesOf(true) },
          { credentials },
        ),
      ]),
      signal,
    );
    return new Map(answers.flat().map(counts => [counts.key, counts]));
  }

  /** What is kept of the past, and since when that is another one. */
  #remember(
    { isCheck, known }: SourceQuery,
    context: { counts: EventCounts; period: Period; now: number },
  ): Pick<SloCollectResult, 'state' | 'changedSince'> {
    if (!isCheck) {
      return {};
    }
    const { counts, period, now } = context;
    const state = toKnownHours(counts, { before: known, now });
    const change =
      known &&
      findChange(known, state, {
        from: now - this.historyMinutes,
        to: period.from,
      });
    return {
      state,
      changedSince: change === undefined ? undefined : toInstant(change),
    };
  }
}

/** What keeps a query from being asked, whatever it says. */
function problemsOf({ entityRef }: SloCollectQuery): SloQueryProblem[] {
  return parseEntityRef(entityRef).kind === 'component'
    ? []
    : [
        {
          message: `Components are built and deployed, which '${entityRef}' is not; define the SLO beside one`,
        },
      ];
}

/** Every minute since something is known, most of them without an event. */
function toResult(
  { knownSince, minutes }: EventCounts,
  options: { names: string[]; period: Period; entityRef: string },
): SloCollectResult {
  const { names, period, entityRef } = options;
  if (knownSince === undefined) {
    return {
      minutes: [],
      problem: `Delivery has not been told of any run or deployment of '${entityRef}'`,
    };
  }
  const counts = new Map(minutes.map(({ minute, count }) => [minute, count]));
  const first = Math.max(toMinute(knownSince) - period.from, 0);
  return {
    minutes: names
      .slice(first)
      .map(minute => ({ minute, value: counts.get(minute) ?? 0 })),
  };
}

/** Written once, as there are many. */
function minuteNames({ from, to }: Period): string[] {
  return Array.from({ length: to - from }, (_, index) =>
    toInstant(from + index),
  );
}

function toInstant(minute: number): string {
  return new Date(minute * MINUTE_MS).toISOString();
}

async function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), {
      once: true,
    });
  });
  return Promise.race([work, aborted]);
}
