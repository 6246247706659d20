import { t } from '../translation';
import type { DocsSite } from './DocsSite';

/** All documentation that the person may see. */
export interface DocsLibrary {
  /** Sorted by title. */
  sites: DocsSite[];
  /** How many sites there are; more than `sites` when the list was cut. */
  totalItems: number;
  /** Owners of documentation that the person acts for. */
  myRefs: Set<string>;
  /** What owners and systems are called. */
  names: Map<string, string>;
}

/** Sites of one system. */
export interface SystemSites {
  /** Missing for documentation that belongs to no system. */
  systemRef: string | undefined;
  title: string;
  /** Sites to list. */
  sites: DocsSite[];
  /** How many there are, also when not all are listed. */
  totalItems: number;
}

export function nameOf(library: DocsLibrary, ref: string): string {
  return library.names.get(ref) ?? ref;
}

/** A team's own page is its documentation too. */
export function isMine(library: DocsLibrary, site: DocsSite): boolean {
  return (
    library.myRefs.has(site.entityRef) ||
    (site.ownerRef !== undefined && library.myRefs.has(site.ownerRef))
  );
}

/** Groups sites by system, by title; what is in no system comes last. */
export function groupBySystem(
  library: DocsLibrary,
  sites: DocsSite[],
): SystemSites[] {
  const groups = new Map<string | undefined, SystemSites>();
  for (const site of sites) {
    const { systemRef } = site;
    let group = groups.get(systemRef);
    if (!group) {
      const title = systemRef
        ? nameOf(library, systemRef)
        : t('docsLibrary.inNoSystem');
      group = { systemRef, title, sites: [], totalItems: 0 };
      groups.set(systemRef, group);
    }
    group.sites.push(site);
    group.totalItems += 1;
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.systemRef === undefined) - Number(b.systemRef === undefined) ||
      a.title.localeCompare(b.title, 'en'),
  );
}

/** The beginning of a long list: groups until so many sites are in them. */
export function firstLines(groups: SystemSites[], count: number) {
  const first: SystemSites[] = [];
  let left = count;
  for (const group of groups) {
    if (left <= 0) {
      break;
    }
    first.push({ ...group, sites: group.sites.slice(0, left) });
    left -= group.sites.length;
  }
  return first;
}
