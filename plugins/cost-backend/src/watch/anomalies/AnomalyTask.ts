import { setImmediate } from 'node:timers/promises';
import type { MessageStore, SignalPublisher } from '@atrium/backend-common';
import type { CostSubject } from '@atrium/plugin-cost-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Target } from '../../answers/access/CostScopes';
import type { ReadContext } from '../../answers/reads/ReadContext';
import { Snapshot } from '../../answers/sums/Snapshot';
import { addDays, laterOf, listDays } from '../../calendar/days';
import type {
  AnomalyStore,
  FoundRun,
  LookedAtDays,
  UnusualRun,
} from './AnomalyStore';
import { findRuns } from './findRuns';
import { findUnusualDays, HISTORY_DAYS, UNKNOWN_DAYS } from './findUnusualDays';
import { type ChangedTarget, LookedAtTargets } from './LookedAtTargets';
import { readDrivers } from './readDrivers';
import { toAnomalyMessage } from './toAnomalyMessage';

interface AnomalyTaskOptions extends ReadContext {
  anomalies: AnomalyStore;
  messages: Pick<MessageStore, 'add'>;
  minimumAmount: number;
  signals: Pick<SignalPublisher<CostSubject>, 'publish'>;
}

/** Days that are looked at again: what bills bring late counts. */
const WINDOW_DAYS = 28;
/** A level is usual before that: what goes on for longer began in between. */
const LONGEST_DAYS = 14;
/** Entities whose days are in memory at once. */
const BATCH = 500;
/** How many are worked out before others get their turn: some milliseconds. */
const TARGETS_AT_ONCE = 20;
/** Somebody is told of what is not older. */
const NEWS_DAYS = 7;

/** Finds what costs more than usual, and tells the owners once. */
export class AnomalyTask {
  readonly #options: AnomalyTaskOptions;
  readonly #lookedAt = new LookedAtTargets();

  constructor(options: AnomalyTaskOptions) {
    this.#options = options;
  }

  /** @returns whether it came to its end */
  async run(signal?: AbortSignal): Promise<boolean> {
    const ids: number[] = await this.#options
      .knex('targets')
      .where({ kind: 'entity' })
      .orderBy('id')
      .pluck('id');
    let until: string | undefined;
    for (let start = 0; start < ids.length; start += BATCH) {
      if (signal?.aborted) {
        return false;
      }
      const lookedUntil = await this.#look(ids.slice(start, start + BATCH));
      // The first, should an import end meanwhile: what is over is over then.
      until ??= lookedUntil;
    }
    if (until !== undefined) {
      await this.#endOthers(until);
    }
    return true;
  }

  /** @returns up to which day they were looked at, where there are sums */
  async #look(targetIds: readonly number[]): Promise<string | undefined> {
    const found = await Snapshot.read(this.#options, async snapshot => {
      const until = snapshot.completeUntil;
      if (until === undefined) {
        return undefined;
      }
      const targets = await this.#lookedAt.listChanged(snapshot, {
        basis: `${this.#options.minimumAmount} ${snapshot.currency}`,
        from: addDays(until, -WINDOW_DAYS - LONGEST_DAYS - HISTORY_DAYS),
        targetIds,
        to: until,
      });
      const days = await this.#lookAt(snapshot, { targets, until });
      return { days, targets, until };
    });
    if (found && found.targets.length > 0) {
      await this.#save(found);
    }
    return found?.until;
  }

  async #lookAt(
    snapshot: Snapshot,
    { targets, until }: { targets: readonly Target[]; until: string },
  ): Promise<LookedAtDays[]> {
    if (targets.length === 0) {
      return [];
    }
    const { anomalies } = this.#options;
    const windowFrom = addDays(until, -WINDOW_DAYS);
    const begun = await anomalies.findBegun(
      targets.map(({ ref }) => ref),
      windowFrom,
    );
    // What is in the window may have begun before, whether that is known or not.
    const usualFrom = addDays(windowFrom, -LONGEST_DAYS);
    const earliest = [usualFrom, ...begun.values()].sort()[0];
    const series = await snapshot.series({
      metric: 'effective',
      from: addDays(earliest, -HISTORY_DAYS),
      to: until,
      targetIds: targets.map(({ id }) => id),
      groupBy: 'entity',
      granularity: 'day',
    });
    const byEntity = new Map(series.map(({ amounts, key }) => [key, amounts]));
    const looked: LookedAtDays[] = [];
    for (const [index, target] of targets.entries()) {
      if (index % TARGETS_AT_ONCE === 0) {
        await setImmediate();
      }
      const { ref } = target;
      const amounts = byEntity.get(ref) ?? new Map<string, string>();
      const from = [usualFrom, begun.get(ref) ?? usualFrom].sort()[0];
      const runs = this.#findRuns(ref, { amounts, from, until });
      const [firstCharge] = [...amounts.keys()].sort();
      looked.push({
        entityRef: ref,
        from,
        to: until,
        unknown: firstCharge
          ? { from: firstCharge, to: addDays(firstCharge, UNKNOWN_DAYS) }
          : undefined,
        runs: await describeRuns(runs, { snapshot, target, until }),
      });
    }
    return looked;
  }

  #findRuns(
    entityRef: string,
    options: {
      amounts: ReadonlyMap<string, string>;
      from: string;
      until: string;
    },
  ) {
    const { amounts, from, until } = options;
    const firstDay = [...amounts.keys()].sort().at(0) ?? until;
    const days = findUnusualDays(
      {
        firstDay,
        amounts: listDays(firstDay, until).map(day =>
          Number(amounts.get(day) ?? 0),
        ),
      },
      {
        from: laterOf(from, firstDay),
        minimumAmount: this.#options.minimumAmount,
      },
    );
    return findRuns(entityRef, days);
  }

  async #save({
    days,
    targets,
    until,
  }: {
    days: LookedAtDays[];
    targets: ChangedTarget[];
    until: string;
  }): Promise<void> {
    const { anomalies, knex, messages, signals } = this.#options;
    const owners = await this.#findOwners(days.flatMap(({ runs }) => runs));
    const changedRefs = await knex.transaction(async trx => {
      const saved = await anomalies.save(trx, days);
      await this.#lookedAt.save(trx, targets);
      await messages.add(
        saved.added
          // Of the past that was brought in for the first time nobody is told.
          .filter(({ lastDay }) => lastDay >= addDays(until, -NEWS_DAYS))
          .flatMap(run => {
            const owner = owners.get(run.entityRef);
            return owner ? [toAnomalyMessage(run, owner)] : [];
          }),
        trx,
      );
      return saved.changedRefs;
    });
    signals.publish(changedRefs, ['anomaly']);
  }

  async #endOthers(until: string): Promise<void> {
    const { anomalies, signals } = this.#options;
    const ended = await anomalies.endBefore(addDays(until, -1));
    signals.publish(ended, ['anomaly']);
  }

  async #findOwners(
    runs: FoundRun[],
  ): Promise<Map<string, { title: string; ownerRefs: string[] }>> {
    const rows: {
      entity_ref: string;
      kind: string;
      title: string | null;
      owner_refs: string[];
    }[] = await this.#options
      .knex('entities')
      .whereRaw('entity_ref = ANY(?::text[])', [
        runs.map(({ entityRef }) => entityRef),
      ])
      .select('entity_ref', 'kind', 'title', 'owner_refs');
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          title: row.title ?? parseEntityRef(row.entity_ref).name,
          // A group has no owner: its own members hear of what it costs.
          ownerRefs: row.kind === 'group' ? [row.entity_ref] : row.owner_refs,
        },
      ]),
    );
  }
}

async function describeRuns(
  runs: UnusualRun[],
  options: { snapshot: Snapshot; target: Target; until: string },
): Promise<FoundRun[]> {
  const { snapshot, target, until } = options;
  const described: FoundRun[] = [];
  for (const run of runs) {
    described.push({
      ...run,
      currency: snapshot.currency,
      drivers: await readDrivers(snapshot, { run, targetId: target.id }),
      isOver: addDays(run.lastDay, 1) < until,
    });
  }
  return described;
}
