import type { CostPool, PoolSplit } from '@atrium/plugin-cost-common';
import type { Knex } from 'knex';
import { monthlyRates } from '../../database/monthlyRates';
import { membersOf } from './membersOf';

/** The days of one calendar month that one version of the rules allocates. */
export interface PoolDays {
  version: number;
  from: string;
  /** The day after the last one. */
  to: string;
  /** The sums of charges that count then. */
  generationIds: readonly number[];
  /** In which currency direct cost is compared. */
  currency: string;
}

type Query = { sql: string; bindings: Knex.RawBinding[] };

/**
 * How much each entity weighs that has a part of a pool: SQL for a query with the
 * columns `entity_ref` and `weight`, which is above zero.
 */
export function weightsOf(
  pool: CostPool,
  split: PoolSplit,
  days: PoolDays,
): Query {
  const members = membersOf(pool);
  const weights = weightQuery(split, days);
  return {
    sql: `SELECT w.entity_ref, w.weight FROM (${weights.sql}) w
      JOIN (${members.sql}) m ON m.entity_ref = w.entity_ref WHERE w.weight > 0`,
    bindings: [...weights.bindings, ...members.bindings],
  };
}

function weightQuery(split: PoolSplit, days: PoolDays): Query {
  const { from, to } = days;
  switch (split.by) {
    case 'even':
      return {
        sql: 'SELECT entity_ref, 1::numeric AS weight FROM entities',
        bindings: [],
      };
    case 'weights':
      return {
        sql: `SELECT key AS entity_ref, value::numeric AS weight
          FROM jsonb_each_text(?::jsonb)`,
        bindings: [JSON.stringify(split.weights)],
      };
    case 'requests':
      return {
        sql: `SELECT entity_ref, sum(count) AS weight FROM request_counts
          WHERE day >= ? AND day < ? GROUP BY 1`,
        bindings: [from, to],
      };
    case 'metric':
      return {
        sql: `SELECT entity_ref, sum(count) AS weight FROM metric_counts
          WHERE unit = ? AND day >= ? AND day < ? GROUP BY 1`,
        bindings: [split.unit, from, to],
      };
    case 'direct-cost':
      return directCost(days);
    case 'usage':
      return measuredUsage(split.cluster, days);
    default: {
      const unknown: never = split;
      throw new Error(`No pool is split by ${JSON.stringify(unknown)}`);
    }
  }
}

/** What each costs by itself; what cannot be converted weighs nothing. */
function directCost({ currency, from, generationIds, to }: PoolDays): Query {
  const rates = monthlyRates({ currency, from, to });
  return {
    sql: `SELECT t.ref AS entity_ref, sum(c.effective * r.rate) AS weight
      FROM daily_costs c
      JOIN targets t ON t.id = c.target_id AND t.kind = 'entity'
      JOIN dimensions d ON d.id = c.dimension_id
      JOIN (${rates.sql}) r ON r.currency = d.currency
      WHERE c.generation_id = ANY(?::int[]) AND c.day >= ? AND c.day < ?
      GROUP BY 1`,
    bindings: [...rates.bindings, [...generationIds], from, to],
  };
}

/**
 * What OpenCost measured that each used of clusters, by the charges that it brought
 * in: they say how the rest of a cluster, such as what is idle, is split.
 */
function measuredUsage(cluster: string | undefined, days: PoolDays): Query {
  const { currency, from, generationIds, to, version } = days;
  const rates = monthlyRates({ currency, from, to });
  return {
    sql: `SELECT t.ref AS entity_ref, sum(c.effective * r.rate) AS weight
      FROM generations g
      JOIN imports i ON i.id = g.import_id AND i.format = 'opencost'
      JOIN charges c ON c.import_id = g.import_id AND c.month = g.month
      JOIN keys k ON k.id = c.key_id
      JOIN key_targets kt ON kt.key_id = c.key_id AND kt.version = ?
      LEFT JOIN key_target_changes n ON n.key_id = c.key_id AND n.version = kt.version
      JOIN targets t ON t.id = coalesce(n.target_id, kt.target_id) AND t.kind = 'entity'
      JOIN dimensions d ON d.id = c.dimension_id
      JOIN (${rates.sql}) r ON r.currency = d.currency
      WHERE g.id = ANY(?::int[]) AND c.charge_start >= ?::timestamptz
        AND c.charge_start < ?::timestamptz
        AND (?::text IS NULL OR k.tags ->> 'kubernetes.cluster' = ?)
      GROUP BY 1`,
    bindings: [
      version,
      ...rates.bindings,
      [...generationIds],
      `${from}T00:00:00Z`,
      `${to}T00:00:00Z`,
      cluster ?? null,
      cluster ?? null,
    ],
  };
}
