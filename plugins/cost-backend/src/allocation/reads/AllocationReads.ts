import type { RepositoryFileStore } from '@atrium/backend-common';
import {
  type Allocation,
  type AllocationVersion,
  parseCostAllocation,
} from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { keyMonths } from '../../answers/charges/keyMonths';
import { Snapshot } from '../../answers/sums/Snapshot';
import { addDays } from '../../calendar/days';
import { words } from '../../costWords';
import { describeAllocationChanges } from '../definitions/describeAllocationChanges';
import type { AllocationStore } from '../versions/AllocationStore';
import type { StoredAllocation } from '../versions/StoredAllocation';

interface AllocationReadsOptions {
  allocations: AllocationStore;
  currency: string;
  files: Pick<RepositoryFileStore, 'listProblems'>;
  knex: Knex;
}

/** What rules and pools did in the last days. */
interface Effects {
  rules: ReadonlyMap<string, { amount: Big; resourceCount: number }>;
  pools: ReadonlyMap<string, { amount: Big; keptAmount: Big }>;
}

const EFFECT_DAYS = 30;
const NO_AMOUNT = '0';

/** Says which rules there are, and what each of them does. */
export class AllocationReads {
  readonly #options: AllocationReadsOptions;
  #effects: { key: string; value: Promise<Effects> } | undefined;

  constructor(options: AllocationReadsOptions) {
    this.#options = options;
  }

  /** The newest rules, with what those in force did in the last 30 days. */
  async get(): Promise<Allocation> {
    const { allocations, currency, files } = this.#options;
    const [newest, problems] = await Promise.all([
      allocations.findNewest(),
      files.listProblems(),
    ]);
    if (!newest) {
      return {
        currency,
        isRecalculating: false,
        pools: [],
        problems,
        rules: [],
      };
    }
    const { pools, rules } = await this.#findEffects();
    const lines = linesOfRules(newest);
    const { spec } = newest.definition;
    return {
      version: newest.version,
      appliesFrom: newest.appliesFrom,
      publishedAt: newest.publishedAt.toISOString(),
      source: newest.source,
      sourceUrl: URL.canParse(newest.source) ? newest.source : undefined,
      entityRef: newest.entityRef,
      isRecalculating: newest.recalculatedAt === undefined,
      rules: spec.rules.map((rule, index) => ({
        ...rule,
        line: lines[index],
        amount: rules.get(rule.name)?.amount.toFixed() ?? NO_AMOUNT,
        resourceCount: rules.get(rule.name)?.resourceCount ?? 0,
      })),
      pools: spec.pools.map(pool => ({
        ...pool,
        amount: pools.get(pool.name)?.amount.toFixed() ?? NO_AMOUNT,
        keptAmount: pools.get(pool.name)?.keptAmount.toFixed() ?? NO_AMOUNT,
      })),
      currency,
      problems,
    };
  }

  /** All versions, the newest first. */
  async listVersions(): Promise<{ items: AllocationVersion[] }> {
    const all = await this.#options.allocations.list();
    return {
      items: all
        .map(
          ({ appliesFrom, publishedAt, source, version, ...one }, index) => ({
            version,
            appliesFrom,
            publishedAt: publishedAt.toISOString(),
            source,
            ...describeChanges(one, all[index - 1]),
          }),
        )
        .toReversed(),
    };
  }

  /** Worked out from the keys of a month, and so kept until there are other sums or another day. */
  async #findEffects(): Promise<Effects> {
    return Snapshot.read(this.#options, async snapshot => {
      const { rows } = await snapshot.trx.raw(
        `SELECT max(id) AS id FROM generations WHERE state = 'active'`,
      );
      const key = `${rows[0].id} ${snapshot.today}`;
      if (this.#effects?.key !== key) {
        const value = readEffects(snapshot);
        this.#effects = { key, value };
        value.catch(() => {
          this.#effects = undefined;
        });
      }
      return this.#effects.value;
    });
  }
}

async function readEffects(snapshot: Snapshot): Promise<Effects> {
  const to = addDays(snapshot.today, 1);
  const period = { from: addDays(to, -EFFECT_DAYS), to };
  const { conversion, trx } = snapshot;
  await conversion.load(trx, period);
  const months = keyMonths({
    ...period,
    metric: 'effective',
    hasRules: true,
  });
  const { rows: ruleRows } = await trx.raw(
    `WITH c AS MATERIALIZED (${months.sql}), by_rule AS MATERIALIZED (
       SELECT * FROM c WHERE rule IS NOT NULL)
     SELECT c.rule, d.currency, to_char(c.month, 'YYYY-MM') AS month,
       sum(c.amount)::text AS amount, n.count
     FROM by_rule c JOIN dimensions d ON d.id = c.dimension_id
     JOIN (
       SELECT r.rule, count(DISTINCT coalesce(k.resource_id, k.id::text))::int AS count
       FROM by_rule r JOIN keys k ON k.id = r.key_id GROUP BY 1) n USING (rule)
     GROUP BY 1, 2, 3, 5`,
    months.bindings,
  );
  const rules = new Map<string, { amount: Big; resourceCount: number }>();
  for (const { count, rule, ...row } of ruleRows) {
    const before = rules.get(rule)?.amount ?? new Big(0);
    rules.set(rule, {
      amount: before.plus(conversion.convert(row)),
      resourceCount: count,
    });
  }
  return { rules, pools: await readPools(snapshot, period) };
}

async function readPools(
  { conversion, trx }: Snapshot,
  { from, to }: { from: string; to: string },
): Promise<Effects['pools']> {
  const { rows } = await trx.raw(
    `SELECT t.ref, c.currency, to_char(c.day, 'YYYY-MM') AS month,
       coalesce(sum(c.effective) FILTER (WHERE c.pool_id = 0), 0)::text AS amount,
       sum(c.effective)::text AS kept
     FROM daily_target_costs c
     JOIN targets t ON t.id = c.target_id AND t.kind = 'pool'
     WHERE c.generation_id IN (SELECT id FROM generations WHERE state = 'active')
       AND c.day >= ?::date AND c.day < ?::date
     GROUP BY 1, 2, 3`,
    [from, to],
  );
  const pools = new Map<string, { amount: Big; keptAmount: Big }>();
  for (const { kept, ref, ...row } of rows) {
    const before = pools.get(ref);
    const amount = conversion.convert(row);
    const keptAmount = conversion.convert({ ...row, amount: kept });
    pools.set(ref, {
      amount: amount.plus(before?.amount ?? 0),
      keptAmount: keptAmount.plus(before?.keptAmount ?? 0),
    });
  }
  return pools;
}

function linesOfRules({
  content,
  definition,
  line,
  source,
}: StoredAllocation): number[] {
  const { allocation } = parseCostAllocation(content, source);
  return definition.spec.rules.map(
    (_, index) => allocation?.locate(['spec', 'rules', index]).line ?? line,
  );
}

/** As it was written when it was published, and what that is made of. */
function describeChanges(
  { changes, definition }: Pick<StoredAllocation, 'changes' | 'definition'>,
  before: StoredAllocation | undefined,
): Pick<AllocationVersion, 'changes' | 'messages'> {
  const messages = describeAllocationChanges(before?.definition, definition);
  const isSame = isDeepStrictEqual(
    messages.map(message => words.text(message)),
    changes,
  );
  return isSame ? { changes, messages: { changes: messages } } : { changes };
}
