import { t } from '../translation';
import { type DocsLibrary, isMine, nameOf } from './DocsLibrary';
import type { DocsSite } from './DocsSite';

/** Value of `owner` that stands for everything the person acts for. */
export const MINE = 'mine';

/** What the list of all documentation is narrowed to. */
export interface DocsFilter {
  /** Words that all have to occur. */
  text: string;
  /** Ref of an owner, `mine`, or empty for all. */
  owner: string;
}

/** The sites that fit; the words may be in title, name, owner or system. */
export function filterSites(
  library: DocsLibrary,
  filter: DocsFilter,
): DocsSite[] {
  const words = filter.text.toLocaleLowerCase('en').split(/\s+/);
  return library.sites.filter(site => {
    if (!hasOwner(library, site, filter.owner)) {
      return false;
    }
    const text = searchableText(library, site);
    return words.every(word => text.includes(word));
  });
}

function hasOwner(library: DocsLibrary, site: DocsSite, owner: string) {
  switch (owner) {
    case '':
      return true;
    case MINE:
      return isMine(library, site);
    default:
      return site.ownerRef === owner;
  }
}

function searchableText(library: DocsLibrary, site: DocsSite): string {
  return [
    site.title,
    site.entity.metadata.name,
    site.description,
    site.ownerRef && nameOf(library, site.ownerRef),
    site.systemRef && nameOf(library, site.systemRef),
  ]
    .join('\n')
    .toLocaleLowerCase('en');
}

/** An owner to choose, with the number of sites behind the choice. */
export interface OwnerChoice {
  value: string;
  label: string;
}

/** Who can be chosen: all, the person's own teams, and every owner by name. */
export function ownerChoices(library: DocsLibrary): OwnerChoice[] {
  const counts = new Map<string, number>();
  let mineCount = 0;
  for (const site of library.sites) {
    if (site.ownerRef) {
      counts.set(site.ownerRef, (counts.get(site.ownerRef) ?? 0) + 1);
    }
    mineCount += Number(isMine(library, site));
  }
  const owners = [...counts].map(([value, count]) => ({
    value,
    label: `${nameOf(library, value)} (${count})`,
  }));
  owners.sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return [
    { value: '', label: t('docsFilter.allOwners') },
    ...(mineCount > 0
      ? [{ value: MINE, label: t('docsFilter.myTeams', { mineCount }) }]
      : []),
    ...owners,
  ];
}
