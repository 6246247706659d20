import type { Initiative } from '@atrium/plugin-scorecard-common';
import { textStyles } from '@atrium/ui';
import { t } from '../../translation';
import styles from './initiatives.module.css';

/** Props of {@link ProgressBar}. */
export interface ProgressBarProps {
  progress: Pick<Initiative, 'total' | 'done' | 'exempt' | 'unknown'>;
}

/** How many reached a goal: a bar, and the same in words. */
export function ProgressBar({ progress }: ProgressBarProps) {
  const { total, done, exempt, unknown } = progress;
  return (
    <div className={styles.progress}>
      <div className={styles.bar} aria-hidden="true">
        <span data-part="done" style={{ flexGrow: done }} />
        <span data-part="exempt" style={{ flexGrow: exempt }} />
        <span style={{ flexGrow: Math.max(0, total - done - exempt) }} />
      </div>
      <span className={textStyles.muted}>
        {[
          total === 0
            ? t('progressBar.appliesToNothing')
            : t('progressBar.ofDone', { done, total }),
          exempt > 0 && t('progressBar.exempt', { exempt }),
          unknown > 0 && t('progressBar.unknown', { unknown }),
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
    </div>
  );
}
