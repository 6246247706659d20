import {
  CompiledAllocation,
  type CostAllocationDefinition,
  parseCostAllocation,
  type RuleDryRunResult,
  type ruleDryRunSchema,
} from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import type { z } from 'zod';
import { keyMonths } from '../../answers/charges/keyMonths';
import { readPeriod } from '../../answers/reads/readPeriod';
import { Snapshot } from '../../answers/sums/Snapshot';
import { addDays, addMonths, firstDayOf, monthOf } from '../../calendar/days';
import { type KeyColumns, readCursor, toChargeKey } from '../targets/keyRows';
import type { WorldStore } from '../targets/WorldStore';
import { readPoolTitles } from '../pools/readPoolTitles';
import { DryRunTally, type TalliedEntity } from './DryRunTally';

interface DryRunsOptions {
  currency: string;
  knex: Knex;
  worlds: Pick<WorldStore, 'read'>;
}

interface DryRunRow extends KeyColumns {
  resource: string;
  kind: string;
  ref: string;
  currency: string;
  month: string;
  amount: string;
}

const SOURCE = 'draft';
/** Whoever waits for it has given up by then. */
const MAX_SECONDS = 60;

/** Tries rules on charges of the past, and keeps nothing of it. */
export class DryRuns {
  readonly #options: DryRunsOptions;

  constructor(options: DryRunsOptions) {
    this.#options = options;
  }

  /** What would move if a file had the rules. */
  async run({
    content,
    ...given
  }: z.output<typeof ruleDryRunSchema>): Promise<RuleDryRunResult> {
    const { allocation, problems } = parseCostAllocation(content, SOURCE);
    return Snapshot.read(this.#options, async snapshot => {
      const { today } = snapshot;
      const period = readPeriod(given, {
        from: firstDayOf(addMonths(monthOf(today), -1)),
        to: addDays(today, 1),
      });
      const result = allocation
        ? await this.#try(snapshot, allocation.definition, period)
        : undefined;
      return { ...snapshot.describe('effective', period), problems, result };
    });
  }

  async #try(
    snapshot: Snapshot,
    definition: CostAllocationDefinition,
    period: { from: string; to: string },
  ): Promise<RuleDryRunResult['result']> {
    const { conversion, trx } = snapshot;
    await trx.raw(`SET LOCAL statement_timeout = '${MAX_SECONDS}s'`);
    await conversion.load(trx, period);
    const rules = new CompiledAllocation(definition);
    const world = await this.#options.worlds.read();
    const tally = new DryRunTally(
      await readEntities(trx),
      await readPools(trx, definition),
    );
    const months = keyMonths({
      ...period,
      metric: 'effective',
    });
    // In one currency, all months of a key are one row to decide and to add.
    const month = snapshot.needsMonths
      ? `to_char(a.month, 'YYYY-MM')`
      : `'${period.from.slice(0, 7)}'`;
    const rows = readCursor<DryRunRow>(trx, {
      sql: `SELECT k.*, coalesce(k.resource_id, k.id::text) AS resource, g.kind, g.ref,
          c.currency, c.month, c.amount
        FROM (
          SELECT a.key_id, a.target_id, d.currency, ${month} AS month,
            sum(a.amount)::text AS amount
          FROM (${months.sql}) a JOIN dimensions d ON d.id = a.dimension_id
          GROUP BY 1, 2, 3, 4
        ) c
        JOIN keys k ON k.id = c.key_id
        JOIN targets g ON g.id = c.target_id`,
      bindings: months.bindings,
    });
    for await (const batch of rows) {
      for (const row of batch) {
        tally.add({
          amount: conversion.convert(row),
          resource: row.resource,
          before: { kind: row.kind, ref: row.ref },
          after: rules.decide(toChargeKey(row), world),
        });
      }
    }
    return tally.toResult(definition.spec.rules.map(({ name }) => name));
  }
}

/** What pools are called by the rules that are tried, else by those in force. */
async function readPools(
  trx: Knex.Transaction,
  { spec }: CostAllocationDefinition,
): Promise<Map<string, string>> {
  const names = await trx('targets').where({ kind: 'pool' }).pluck('ref');
  return new Map([
    ...(await readPoolTitles(trx, names)),
    ...spec.pools.map(({ name, title }) => [name, title ?? name] as const),
  ]);
}

async function readEntities(
  trx: Knex.Transaction,
): Promise<Map<string, TalliedEntity>> {
  const rows: {
    entity_ref: string;
    title: string | null;
    owner_refs: string[];
  }[] = await trx('entities').select('entity_ref', 'title', 'owner_refs');
  return new Map(
    rows.map(({ entity_ref, owner_refs, title }) => [
      entity_ref,
      { title: title ?? undefined, ownerRef: owner_refs.at(0) },
    ]),
  );
}
