import type { MessageStore, SignalPublisher } from '@atrium/backend-common';
import type { CostSubject } from '@atrium/plugin-cost-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { Target } from '../../answers/access/CostScopes';
import type { ReadContext } from '../../answers/reads/ReadContext';
import { Snapshot } from '../../answers/sums/Snapshot';
import { addDays, laterOf, listDays } from '../../calendar/days';
import type { AnomalyStore, Driver, UnusualRun } from './AnomalyStore';
import { findRuns } from './findRuns';
import { findUnusualDays, HISTORY_DAYS } from './findUnusualDays';
import { readDrivers } from './readDrivers';
import { toAnomalyMessage } from './toAnomalyMessage';

interface AnomalyTaskOptions extends ReadContext {
  anomalies: AnomalyStore;
  messages: Pick<MessageStore, 'add'>;
  minimumAmount: number;
  signals: Pick<SignalPublisher<CostSubject>, 'publish'>;
}

interface FoundRun extends UnusualRun {
  currency: string;
  drivers: Driver[];
  isOver: boolean;
}

/** Days that are looked at again: what bills bring late counts. */
const WINDOW_DAYS = 28;
/** Entities whose days are in memory at once. */
const BATCH = 500;
/** Somebody is told of what is not older. */
const NEWS_DAYS = 7;

/** Finds what costs more than usual, and tells the owners once. */
export class AnomalyTask {
  readonly #options: AnomalyTaskOptions;

  constructor(options: AnomalyTaskOptions) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const targets: Target[] = await this.#options
      .knex('targets')
      .where({ kind: 'entity' })
      .orderBy('id')
      .select('id', 'ref');
    const runs: FoundRun[] = [];
    let until: string | undefined;
    for (let start = 0; start < targets.length; start += BATCH) {
      if (signal?.aborted) {
        return;
      }
      const batch = targets.slice(start, start + BATCH);
      const found = await Snapshot.read(this.#options, async snapshot => ({
        runs: await this.#findRuns(snapshot, batch),
        until: snapshot.completeUntil,
      }));
      runs.push(...found.runs);
      until = found.until;
    }
    if (until !== undefined) {
      await this.#save(runs, until);
    }
  }

  async #findRuns(
    snapshot: Snapshot,
    targets: readonly Target[],
  ): Promise<FoundRun[]> {
    const until = snapshot.completeUntil;
    if (until === undefined) {
      return [];
    }
    const from = addDays(until, -WINDOW_DAYS);
    const sums = await snapshot.sum({
      metric: 'effective',
      from: addDays(from, -HISTORY_DAYS),
      to: until,
      targetIds: targets.map(({ id }) => id),
      groupBy: 'entity',
      granularity: 'day',
    });
    const byEntity = Map.groupBy(sums, ({ key }) => key);
    const found: FoundRun[] = [];
    for (const { id, ref } of targets) {
      const own = byEntity.get(ref) ?? [];
      const amounts = new Map(
        own.map(({ amount, start }) => [start, Number(amount)]),
      );
      const firstDay = [...amounts.keys()].sort().at(0) ?? until;
      const days = findUnusualDays(
        {
          firstDay,
          amounts: listDays(firstDay, until).map(day => amounts.get(day) ?? 0),
        },
        {
          from: laterOf(from, firstDay),
          minimumAmount: this.#options.minimumAmount,
        },
      );
      for (const run of findRuns(ref, days)) {
        found.push({
          ...run,
          currency: snapshot.currency,
          drivers: await readDrivers(snapshot, { run, targetId: id }),
          isOver: addDays(run.lastDay, 1) < until,
        });
      }
    }
    return found;
  }

  async #save(runs: FoundRun[], until: string): Promise<void> {
    const { anomalies, knex, messages, signals } = this.#options;
    const owners = await this.#findOwners(runs);
    const changed = await knex.transaction(async trx => {
      const added: FoundRun[] = [];
      for (const run of runs) {
        if (await anomalies.save(trx, run)) {
          added.push(run);
        }
      }
      const ended = await anomalies.endOthers(trx, {
        before: addDays(until, -1),
        goingRefs: runs
          .filter(({ isOver }) => !isOver)
          .map(({ entityRef }) => entityRef),
      });
      await messages.add(
        added
          // Of the past that was brought in for the first time nobody is told.
          .filter(({ lastDay }) => lastDay >= addDays(until, -NEWS_DAYS))
          .flatMap(run => {
            const owner = owners.get(run.entityRef);
            return owner ? [toAnomalyMessage(run, owner)] : [];
          }),
        trx,
      );
      return [...added.map(({ entityRef }) => entityRef), ...ended];
    });
    signals.publish(changed, ['anomaly']);
  }

  async #findOwners(
    runs: FoundRun[],
  ): Promise<Map<string, { title: string; ownerRefs: string[] }>> {
    const rows: {
      entity_ref: string;
      title: string | null;
      owner_refs: string[];
    }[] = await this.#options
      .knex('entities')
      .whereRaw('entity_ref = ANY(?::text[])', [
        runs.map(({ entityRef }) => entityRef),
      ])
      .select('entity_ref', 'title', 'owner_refs');
    return new Map(
      rows.map(row => [
        row.entity_ref,
        {
          title: row.title ?? parseEntityRef(row.entity_ref).name,
          ownerRefs: row.owner_refs,
        },
      ]),
    );
  }
}
