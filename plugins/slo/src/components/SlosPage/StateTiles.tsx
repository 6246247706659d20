import { formatNumber, StatusBadge } from '@atrium/ui';
import { type SloState, sloStateSchema } from '@atrium/plugin-slo-common';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { t } from '../../translation';
import { STATE_WORDS } from '../../words/stateWords';
import styles from './StateTiles.module.css';

/** Props of {@link StateTiles}. */
export interface StateTilesProps {
  rows: ObjectiveRow[];
  selected: SloState | undefined;
  onSelect(state: SloState | undefined): void;
}

/** How many objectives are in each state; pressing one lists only those. */
export function StateTiles({ rows, selected, onSelect }: StateTilesProps) {
  return (
    <div
      className={styles.tiles}
      role="group"
      aria-label={t('stateTiles.states')}
    >
      {sloStateSchema.options.map(state => {
        const { status, text } = STATE_WORDS[state];
        const count = rows.filter(row => row.state === state).length;
        return (
          <button
            key={state}
            type="button"
            className={styles.tile}
            aria-pressed={state === selected}
            disabled={count === 0 && state !== selected}
            onClick={() => onSelect(state === selected ? undefined : state)}
          >
            <span className={styles.count}>{formatNumber(count)}</span>{' '}
            <StatusBadge status={count > 0 ? status : 'unknown'}>
              {text}
            </StatusBadge>
          </button>
        );
      })}
    </div>
  );
}
