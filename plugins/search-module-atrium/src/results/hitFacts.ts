import type { SearchHit } from './SearchHit';

/** What of a hit is shown by its title. */
export type ShownRef = 'ownerRef' | 'systemRef';

/** The owners and systems of hits, whose titles are shown. */
export function hitRefs(hits: readonly Pick<SearchHit, ShownRef>[]): string[] {
  const refs = hits.flatMap(({ ownerRef, systemRef }) =>
    [ownerRef, systemRef].filter(ref => ref !== undefined),
  );
  return [...new Set(refs)].sort();
}

/** What tells a hit apart: what it is, whose, of which system, how finished. */
export function hitFacts(
  { label, lifecycle, ownerRef, systemRef }: SearchHit,
  titles: ReadonlyMap<string, string>,
): string[] {
  return [
    label,
    ownerRef && titles.get(ownerRef),
    systemRef && titles.get(systemRef),
    lifecycle === 'production' ? undefined : lifecycle,
  ].filter(fact => fact !== undefined);
}
