import type { ReactNode } from 'react';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  formatNumber,
  healthOf,
  kindAndType,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type { EntityRow } from '@atrium/plugin-entity-summary-common';
import { t } from '../../translation';
import styles from './EntityRows.module.css';

/** Props of {@link EntityRows}. */
export interface EntityRowsProps {
  title: string;
  /** Worst first. */
  rows: EntityRow[];
  total: number;
  /** Instead of the list where there is none; without it there is no section. */
  empty?: ReactNode;
  /** The page with all of them, where they may be more than are listed. */
  allHref?: string;
}

/** Entities in small, each with how it is: what one depends on or is used by. */
export function EntityRows(props: EntityRowsProps) {
  const { title, rows, total, empty, allHref } = props;
  const hrefOf = useEntityRefLink();
  if (rows.length === 0 && empty === undefined) {
    return null;
  }
  return (
    <Section
      title={total > 0 ? `${title} (${formatNumber(total)})` : title}
      tools={
        allHref &&
        total > rows.length && (
          <Link href={allHref}>
            {t('entityRows.showAll', { total: formatNumber(total) })}
          </Link>
        )
      }
    >
      {rows.length === 0 ? (
        <p className={textStyles.muted}>{empty}</p>
      ) : (
        <ul className={styles.list}>
          {rows.map(row => {
            const { status, text } = healthOf(row);
            return (
              <li key={row.entityRef} className={styles.item}>
                <span className={styles.name}>
                  <Link href={hrefOf(row.entityRef)}>
                    {row.title ?? row.name}
                  </Link>{' '}
                  <span className={styles.kind}>
                    {kindAndType(row.kind, row.type)}
                  </span>
                </span>
                <StatusBadge status={status}>{text}</StatusBadge>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
