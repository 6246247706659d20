import Big from 'big.js';
import { NOT_OF_AN_ENTITY } from '../../allocation/generations/sumKeys';
import { addSeries, type Snapshot, type SumSeries } from '../sums/Snapshot';
import { OTHER_KEY } from '../sums/sumQuery';

const NOTHING: SumSeries = {
  key: OTHER_KEY,
  label: undefined,
  amounts: new Map(),
  total: new Big(0),
};

/**
 * Some entities as series of their own, and all others as one: what everything cost
 * without them, for there may be thousands of others.
 */
export async function readEntitySeries(
  snapshot: Snapshot,
  query: Parameters<Snapshot['series']>[0] & { keys: string[] },
): Promise<SumSeries[]> {
  const { keys, ...asked } = query;
  const named = await snapshot.series({
    ...asked,
    targetIds: await findTargets(snapshot, query),
  });
  const all = await snapshot.series({ ...asked, groupBy: undefined });
  const others = named.reduce(
    (sum, { amounts, total }) =>
      addSeries(sum, {
        amounts: new Map(
          [...amounts].map(([start, amount]) => [
            start,
            new Big(amount).neg().toFixed(),
          ]),
        ),
        total: total.neg(),
      }),
    all[0] ?? NOTHING,
  );
  const hasOthers = [...others.amounts.values()].some(
    amount => !new Big(amount).eq(0),
  );
  return hasOthers ? [...named, { ...others, key: OTHER_KEY }] : named;
}

/** The targets of a scope that are counted under some keys. */
async function findTargets(
  { trx }: Snapshot,
  { keys, targetIds }: { keys: string[]; targetIds?: readonly number[] },
): Promise<number[]> {
  const { rows } = await trx.raw(
    `SELECT id FROM targets g
     WHERE CASE ${NOT_OF_AN_ENTITY} ELSE g.ref END = ANY(?::text[])
       ${targetIds ? 'AND id = ANY(?::int[])' : ''}`,
    [keys, ...(targetIds ? [[...targetIds]] : [])],
  );
  return rows.map(({ id }: { id: number }) => id);
}
