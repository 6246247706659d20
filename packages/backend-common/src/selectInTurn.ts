import type { Knex } from 'knex';

export interface SelectInTurnOptions {
  /** The column with the file that a row is about: an address, or any text. */
  file: string;
  /** In which order the rows of a file come, by columns that tell all apart. */
  orderBy: string[];
  /** Of each repository no more are taken. */
  perRepository: number;
  limit: number;
}

/** On all hosts, or of a group of repositories on some. */
const REPOSITORY = '^(?:[a-z]+:)?https?://[^/]+/[^/]+/[^/]+';

/**
 * Reads some rows of each repository in turn, and of each of its files, so that
 * none can push what is wrong with others out of a list that ends.
 *
 * @returns whether the list ended before the rows did, those beyond
 * `perRepository` not counted
 */
export async function selectInTurn<Row>(
  query: Knex.QueryBuilder,
  knex: Knex,
  options: SelectInTurnOptions,
): Promise<{ rows: Row[]; isTruncated: boolean }> {
  const { file, limit, orderBy, perRepository } = options;
  const columns = orderBy.map(() => '??').join(', ');
  const placed = knex
    .from(query.as('found'))
    .select(
      'found.*',
      knex.raw(
        `row_number() OVER (PARTITION BY ?? ORDER BY ${columns}) AS place`,
        [file, ...orderBy],
      ),
    );
  const inTurn = knex.from(placed.as('placed')).select(
    'placed.*',
    knex.raw(
      `row_number() OVER (PARTITION BY coalesce(substring(?? from ?), ??)
           ORDER BY place, ${columns}) AS turn`,
      [file, REPOSITORY, file, ...orderBy],
    ),
  );
  const rows: Row[] = await knex
    .from(inTurn.as('in_turn'))
    .select('*')
    .where('turn', '<=', perRepository)
    .orderBy(['turn', ...orderBy])
    .limit(limit + 1);
  return { rows: rows.slice(0, limit), isTruncated: rows.length > limit };
}
