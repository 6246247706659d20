import { words } from '../../costWords';
import type { Saving } from '@atrium/plugin-cost-common';
import Big from 'big.js';
import type { CostScope } from '../access/CostScopes';
import type { Snapshot } from '../sums/Snapshot';

/** A saving before it is known who may see the name of the entity. */
export type FoundSaving = Omit<Saving, 'monthly'> & { monthly: Big };

interface UnusedRow {
  kind: string;
  ref: string;
  provider: string;
  service_name: string;
  currency: string;
  month: string;
  amount: string;
}

interface OnDemandRow {
  provider: string;
  service_name: string;
  currency: string;
  committed: string;
  committed_list: string;
  least: string;
  days: number;
}

const DAYS = 30;
/** Prices of a commitment that are hardly lower are no reason for one. */
const MAX_RATIO = 0.95;

const WHERE = `s.generation_id IN (SELECT id FROM generations WHERE state = 'active')
  AND s.day >= ?::date AND s.day < ?::date`;

/** Commitments that are paid for and not used. */
export async function readUnusedCommitments(
  snapshot: Snapshot,
  { targetIds }: CostScope,
  period: { from: string; to: string },
): Promise<FoundSaving[]> {
  await snapshot.loadRates(period);
  const { rows } = await snapshot.trx.raw(
    `SELECT g.kind, g.ref, d.provider, d.service_name, d.currency,
       to_char(s.day, 'YYYY-MM') AS month, sum(s.effective)::text AS amount
     FROM daily_costs s
     JOIN dimensions d ON d.id = s.dimension_id
     JOIN targets g ON g.id = s.target_id
     WHERE ${WHERE} AND s.pool_id = 0
       AND s.dimension_id IN (SELECT id FROM dimensions WHERE commitment_status = 'Unused')
       ${targetIds ? 'AND s.target_id = ANY(?::int[])' : ''}
     GROUP BY 1, 2, 3, 4, 5, 6`,
    [period.from, period.to, ...(targetIds ? [[...targetIds]] : [])],
  );
  const byPlace = Map.groupBy(rows as UnusedRow[], row =>
    JSON.stringify([row.kind, row.ref, row.provider, row.service_name]),
  );
  return [...byPlace.values()].map(parts => {
    const [{ kind, provider, ref, service_name: service }] = parts;
    return {
      kind: 'unused-commitment',
      ...words.fields({
        title: words.describe('cost.saving.serviceOf', { service, provider }),
        evidence: words.describe('cost.saving.notUsed', { days: DAYS }),
      }),
      entityRef: kind === 'entity' ? ref : undefined,
      monthly: parts.reduce(
        (sum, part) => sum.plus(snapshot.conversion.convert(part)),
        new Big(0),
      ),
    };
  });
}

/**
 * Use at list prices that a commitment would make cheaper: as much as there is on
 * every day, at the price that commitments of the same service have.
 */
export async function readOnDemand(
  snapshot: Snapshot,
  { targetIds }: CostScope,
  period: { from: string; to: string },
): Promise<FoundSaving[]> {
  const { rows } = await snapshot.trx.raw(
    `SELECT provider, service_name, currency, sum(committed)::text AS committed,
       sum(committed_list)::text AS committed_list, min(on_demand)::text AS least,
       count(*) FILTER (WHERE on_demand > 0)::int AS days
     FROM (
       SELECT d.provider, d.service_name, d.currency, s.day,
         coalesce(sum(s.effective) FILTER (WHERE d.commitment_status = 'Used'), 0) AS committed,
         coalesce(sum(s.list) FILTER (WHERE d.commitment_status = 'Used'), 0) AS committed_list,
         coalesce(sum(s.effective) FILTER (WHERE d.commitment_status IS NULL
           AND d.pricing_category = 'Standard' AND d.charge_category = 'Usage'), 0) AS on_demand
       FROM daily_costs s JOIN dimensions d ON d.id = s.dimension_id
       WHERE ${WHERE} ${targetIds ? 'AND s.target_id = ANY(?::int[])' : ''}
         AND (d.provider, d.service_name) IN (
           SELECT provider, service_name FROM dimensions WHERE commitment_status = 'Used')
       GROUP BY 1, 2, 3, 4
     ) p
     GROUP BY 1, 2, 3`,
    [period.from, period.to, ...(targetIds ? [[...targetIds]] : [])],
  );
  return (rows as OnDemandRow[]).flatMap(row => {
    const list = new Big(row.committed_list);
    const ratio = list.gt(0) ? new Big(row.committed).div(list) : new Big(1);
    if (row.days < DAYS || ratio.gt(MAX_RATIO)) {
      return [];
    }
    const monthly = new Big(row.least)
      .times(DAYS)
      .times(new Big(1).minus(ratio))
      .round(2);
    const share = new Big(1).minus(ratio).round(2).toNumber();
    return [
      {
        kind: 'list-price' as const,
        ...words.fields({
          title: words.describe('cost.saving.atListPrices', {
            service: row.service_name,
            provider: row.provider,
          }),
          evidence: words.describe('cost.saving.usedAtListPrice', {
            days: DAYS,
            share: { ratio: share },
          }),
        }),
        monthly: snapshot.conversion.convert({
          amount: monthly.toFixed(),
          currency: row.currency,
          month: period.from,
        }),
      },
    ];
  });
}
