import { RelativeTime } from '../format/RelativeTime';
import { t } from '../translation';
import { type EntityHealth, healthOf } from './entityHealth';
import { StatusBadge } from './StatusBadge';
import styles from './RowHealth.module.css';

/** Props of {@link RowHealth}. */
export interface RowHealthProps {
  /** `version` is the one in production, and `deployedAt` since when. */
  row: EntityHealth & { version?: string; deployedAt?: string };
  /** Whether it is said since when; for lists without a column of it. */
  isDated?: boolean;
}

/** How the entity of a row in a list is, and what of it runs in production. */
export function RowHealth({ row, isDated = false }: RowHealthProps) {
  const { deployedAt, version } = row;
  const { status, text } = healthOf(row);
  return (
    <span className={styles.health}>
      <StatusBadge status={status}>{text}</StatusBadge>
      {version && (
        <span
          className={styles.version}
          title={t('rowHealth.runsInProduction', { version })}
        >
          {version}
          {isDated && deployedAt && (
            <>
              {' · '}
              <RelativeTime instant={deployedAt} />
            </>
          )}
        </span>
      )}
    </span>
  );
}
