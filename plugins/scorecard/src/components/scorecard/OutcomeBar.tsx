import type { CheckHealth } from '@atrium/plugin-scorecard-common';
import { textStyles } from '@atrium/ui';
import styles from './scorecard.module.css';

/** How many pass, fail and so on: a bar, and the same in words. */
export function OutcomeBar({ health }: { health: CheckHealth | undefined }) {
  if (!health) {
    return <span className={textStyles.muted}>Not evaluated yet</span>;
  }
  const { pass, fail, unknown, exempt } = health;
  const parts = [
    { id: 'pass', count: pass, word: 'pass' },
    { id: 'fail', count: fail, word: 'fail' },
    { id: 'unknown', count: unknown, word: 'unknown' },
    { id: 'exempt', count: exempt, word: 'exempt' },
  ].filter(({ count }) => count > 0);
  return (
    <div className={styles.outcomes}>
      <div className={styles.outcomeBar} aria-hidden="true">
        {parts.map(({ id, count }) => (
          <span key={id} data-outcome={id} style={{ flexGrow: count }} />
        ))}
      </div>
      <span className={textStyles.muted}>
        {parts.map(({ count, word }) => `${count} ${word}`).join(', ') ||
          'Applies to nothing'}
      </span>
    </div>
  );
}
