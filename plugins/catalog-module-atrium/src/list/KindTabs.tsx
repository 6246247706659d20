import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { FilterOption } from '@atrium/plugin-entity-summary-common';
import { formatNumber } from '@atrium/ui';
import { t } from '../translation';
import { CATALOG_KINDS, catalogKind, EVERY_KIND } from './catalogKinds';
import { ALL_KINDS, type CatalogState } from './catalogState';
import styles from './KindTabs.module.css';
import { catalogRouteRef } from '../routes';

/** Kinds that have a tab only where there is something of them. */
const RARE = ['airesource'];

/** Kinds that are no things that people look for. */
const UNSEEN = ['location'];

/** Props of {@link KindTabs}. */
export interface KindTabsProps {
  state: CatalogState;
  /** How many there are of each kind; undefined until it is known. */
  counts: FilterOption[] | undefined;
}

/** The kinds, each with how many fit the search and the filters. */
export function KindTabs({ state, counts }: KindTabsProps) {
  const path = useRouteRef(catalogRouteRef)?.() ?? '';
  const countOf = (kind: string) =>
    counts?.find(({ value }) => value === kind)?.count ?? 0;
  const total = (counts ?? [])
    .filter(({ value }) => !UNSEEN.includes(value))
    .reduce((sum, { count }) => sum + count, 0);
  const others = (counts ?? [])
    .filter(({ value }) => !UNSEEN.includes(value))
    .filter(({ value }) => CATALOG_KINDS.every(({ kind }) => kind !== value))
    .map(({ value }) => catalogKind(value));
  const shown = [
    ...CATALOG_KINDS.filter(
      ({ kind }) => !RARE.includes(kind) || countOf(kind) > 0,
    ),
    ...others,
    EVERY_KIND,
  ];
  return (
    <nav aria-label={t('kindTabs.kinds')} className={styles.tabs}>
      {shown.map(({ kind, title }) => (
        <Link
          key={kind}
          href={`${path}?${addressOf(kind, state)}`}
          standalone
          color="secondary"
          className={styles.tab}
          aria-current={state.kind === kind ? 'page' : undefined}
        >
          {title}{' '}
          <span className={styles.count}>
            {counts && formatNumber(kind === ALL_KINDS ? total : countOf(kind))}
          </span>
        </Link>
      ))}
    </nav>
  );
}

/** What every kind has stays, and is counted; types are of one kind. */
function addressOf(kind: string, state: CatalogState): string {
  const { q, owner, system, lifecycle, tag, health, starred } = state;
  const one = { q, owner, system, starred: starred ? 'true' : undefined };
  return String(
    new URLSearchParams([
      ['kind', kind],
      ...Object.entries(one).flatMap(([name, value]): [string, string][] =>
        value ? [[name, value]] : [],
      ),
      ...Object.entries({ lifecycle, tag, health }).flatMap(([name, values]) =>
        values.map((value): [string, string] => [name, value]),
      ),
    ]),
  );
}
