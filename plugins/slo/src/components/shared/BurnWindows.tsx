import { formatDuration } from '@atrium/ui';
import {
  formatBurnRate,
  type ObjectiveStatus,
} from '@atrium/plugin-slo-common';
import styles from './BurnWindows.module.css';

/** The burn rates of all windows, shortest first. */
export function BurnWindows({ status }: { status: ObjectiveStatus }) {
  return (
    <dl className={styles.windows}>
      {status.burnRates.map(({ windowMinutes, burnRate }) => (
        <div
          key={windowMinutes}
          className={styles.window}
          data-is-fast={burnRate !== undefined && burnRate > 1}
        >
          <dt>{formatDuration(windowMinutes * 60)}</dt>
          <dd>{burnRate === undefined ? '–' : formatBurnRate(burnRate)}</dd>
        </div>
      ))}
    </dl>
  );
}
