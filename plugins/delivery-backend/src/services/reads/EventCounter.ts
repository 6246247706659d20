import type { ScopeOptions } from '@atrium/backend-common';
import { toSkippedRefs } from '@atrium/common';
import type {
  EventCountQuery,
  EventCounts,
  EventCountsAnswer,
  EventCountsRequest,
} from '@atrium/plugin-delivery-common';
import type {
  EventCountStore,
  RunCountQuery,
} from '../../database/EventCountStore';
import type { ComponentScope } from '../catalog/ComponentScope';
import { readReleaseHistory } from '../dora/readReleaseHistory';
import { countReleases } from './countReleases';
import { findReleaseFailures } from './findReleaseFailures';

interface EventCounterOptions {
  store: EventCountStore;
  scope: Pick<ComponentScope, 'filterComponents'>;
  /** How long after a release an incident without an artifact may blame it. */
  failureWindowMs: number;
}

const MINUTE_MS = 60_000;

/** Counts events minute by minute, for whoever measures by them. */
export class EventCounter {
  readonly #options: EventCounterOptions;

  constructor(options: EventCounterOptions) {
    this.#options = options;
  }

  /** Answers in the order of the queries; skips components that one may not see. */
  async count(
    { from, to, queries }: EventCountsRequest,
    options: ScopeOptions,
  ): Promise<EventCountsAnswer> {
    const { store, scope } = this.#options;
    const components = refsOf(queries);
    const visible = new Set(await scope.filterComponents(components, options));
    const allowed = queries.filter(({ entityRef }) => visible.has(entityRef));
    const fromMs = startOfMinute(Date.parse(from));
    // What is not over may still change.
    const toMs = startOfMinute(Math.min(Date.parse(to), Date.now()));
    const [firstTimes, runs, deployments] = await Promise.all([
      store.readFirstTimes([...visible]),
      this.#countRuns(allowed, { fromMs, toMs }),
      this.#countDeployments(allowed, { fromMs, toMs }),
    ]);
    const items = allowed.map(({ key, entityRef }) => {
      const first = firstTimes.get(entityRef)?.getTime();
      return {
        key,
        knownSince:
          first === undefined ? undefined : toInstant(startOfMinute(first)),
        minutes: runs.get(key) ?? deployments.get(key) ?? [],
      };
    });
    const skipped = components.filter(ref => !visible.has(ref));
    return { items, skipped: toSkippedRefs(skipped) };
  }

  async #countRuns(
    queries: EventCountQuery[],
    { fromMs, toMs }: { fromMs: number; toMs: number },
  ) {
    const ofRuns = queries.filter(
      (query): query is RunCountQuery => query.measure === 'runs',
    );
    const period = { from: toInstant(fromMs), to: toInstant(toMs) };
    return this.#options.store.countRuns(ofRuns, period);
  }

  async #countDeployments(
    queries: EventCountQuery[],
    { fromMs, toMs }: { fromMs: number; toMs: number },
  ): Promise<Map<string, EventCounts['minutes']>> {
    const ofDeployments = queries.filter(
      query => query.measure === 'deployments',
    );
    // The result of a deployment is known only some time after it.
    const longestMs =
      MINUTE_MS *
      Math.max(...ofDeployments.map(query => query.failsWithinMinutes), 0);
    const period = {
      from: toInstant(fromMs - longestMs),
      to: toInstant(toMs),
    };
    const { store, failureWindowMs } = this.#options;
    const [deployments, incidents] = await Promise.all([
      store.readDeployments(refsOf(ofDeployments), period),
      store.readIncidents(
        refsOf(ofDeployments.filter(({ withIncidents }) => withIncidents)),
        period,
      ),
    ]);
    const outcomes = new Map(
      [...deployments].map(([ref, all]) => {
        const history = readReleaseHistory(all);
        const tiers = new Map(all.map(one => [one.environment, one.tier]));
        const failures = findReleaseFailures(history, {
          incidents: incidents.get(ref) ?? [],
          tiers,
          failureWindowMs,
        });
        return [ref, { history, tiers, failures }];
      }),
    );
    const counts = new Map<string, EventCounts['minutes']>();
    for (const query of ofDeployments) {
      const known = outcomes.get(query.entityRef);
      if (known) {
        const { history, tiers, failures } = known;
        const failedAt = query.withIncidents ? failures : history.rolledBackAt;
        counts.set(
          query.key,
          countReleases(history.releases, {
            query,
            tiers,
            failedAt,
            fromMs,
            toMs,
          }),
        );
      }
    }
    return counts;
  }
}

function refsOf(queries: EventCountQuery[]): string[] {
  return [...new Set(queries.map(({ entityRef }) => entityRef))];
}

function startOfMinute(timeMs: number): number {
  return Math.floor(timeMs / MINUTE_MS) * MINUTE_MS;
}

function toInstant(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
