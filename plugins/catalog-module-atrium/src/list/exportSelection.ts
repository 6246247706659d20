import type {
  EntityListQuery,
  EntityRow,
} from '@atrium/plugin-entity-summary-common';

/** Half of what the backend takes: long names would make an address too long. */
const REFS_AT_ONCE = 100;

/**
 * Gives chosen rows as one file, in order of their names, however many there are.
 *
 * @param exportList - gives one file for some of them, headings first
 */
export async function exportSelection(
  rows: readonly EntityRow[],
  exportList: (query: EntityListQuery) => Promise<Blob>,
): Promise<Blob> {
  const refs = rows
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other)))
    .map(({ entityRef }) => entityRef);
  const parts: string[] = [];
  for (let from = 0; from < refs.length; from += REFS_AT_ONCE) {
    const entityRef = refs.slice(from, from + REFS_AT_ONCE);
    const text = await (await exportList({ entityRef })).text();
    parts.push(from === 0 ? text : withoutHeadings(text));
  }
  return new Blob(parts, { type: 'text/csv' });
}

function nameOf({ name, title }: EntityRow): string {
  return title ?? name;
}

/** No heading has a line break in it. */
function withoutHeadings(csv: string): string {
  return csv.slice(csv.indexOf('\n') + 1);
}
