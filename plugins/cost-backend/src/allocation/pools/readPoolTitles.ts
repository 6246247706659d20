import type { Knex } from 'knex';

/**
 * What the newest rules that have them call pools, by their names; those without a
 * title are not there.
 */
export async function readPoolTitles(
  knex: Knex,
  names: readonly string[],
): Promise<Map<string, string>> {
  if (names.length === 0) {
    return new Map();
  }
  const { rows } = await knex.raw(
    `SELECT DISTINCT ON (p.name) p.name, p.title
     FROM allocations a
     CROSS JOIN jsonb_to_recordset(a.definition #> '{spec,pools}')
       AS p (name text, title text)
     WHERE p.name = ANY(?::text[]) AND p.title IS NOT NULL
     ORDER BY p.name, a.version DESC`,
    [[...new Set(names)]],
  );
  return new Map(
    rows.map(({ name, title }: { name: string; title: string }) => [
      name,
      title,
    ]),
  );
}

/** Has those of some answers that name a pool call it by its title. */
export async function namePools<T extends { pool?: string }>(
  knex: Knex,
  items: readonly T[],
): Promise<T[]> {
  const titles = await readPoolTitles(
    knex,
    items.flatMap(({ pool }) => pool ?? []),
  );
  return items.map(item =>
    item.pool === undefined
      ? item
      : { ...item, pool: titles.get(item.pool) ?? item.pool },
  );
}
