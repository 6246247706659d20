import type { ReactNode } from 'react';
import { t } from '../translation';
import type { Status } from './StatusBadge';
import styles from './NumberTile.module.css';

/** Props of {@link NumberTile}. */
export interface NumberTileProps {
  label: string;
  /** The figure, formatted; `undefined` is shown as not measured, never as 0. */
  value: ReactNode;
  unit?: string;
  /** Where the figure comes from, how many it is made of, how it changed. */
  detail?: ReactNode;
  /** Colours the edge; say the same in `detail` in words. */
  status?: Status;
}

/** One figure with its name and where it comes from. */
export function NumberTile(props: NumberTileProps) {
  const { label, value, unit, detail, status } = props;
  return (
    <div
      className={styles.tile}
      data-status={status}
      role="group"
      aria-label={label}
    >
      <span className={styles.label}>{label}</span>
      {value === undefined ? (
        <span className={styles.missing}>{t('numberTile.notMeasured')}</span>
      ) : (
        <span className={styles.value}>
          {value}
          {unit && <span className={styles.unit}> {unit}</span>}
        </span>
      )}
      {detail && <span className={styles.detail}>{detail}</span>}
    </div>
  );
}
