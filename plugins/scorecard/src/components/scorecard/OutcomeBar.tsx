import type { CheckHealth } from '@atrium/plugin-scorecard-common';
import { textStyles } from '@atrium/ui';
import { t } from '../../translation';
import styles from './scorecard.module.css';

/** How many pass, fail and so on: a bar, and the same in words. */
export function OutcomeBar({ health }: { health: CheckHealth | undefined }) {
  if (!health) {
    return (
      <span className={textStyles.muted}>
        {t('outcomeBar.notEvaluatedYet')}
      </span>
    );
  }
  const { pass, fail, unknown, exempt } = health;
  const parts = [
    { id: 'pass', count: pass, text: t('outcomeBar.pass', { pass }) },
    { id: 'fail', count: fail, text: t('outcomeBar.fail', { fail }) },
    {
      id: 'unknown',
      count: unknown,
      text: t('outcomeBar.unknown', { unknown }),
    },
    { id: 'exempt', count: exempt, text: t('outcomeBar.exempt', { exempt }) },
  ].filter(({ count }) => count > 0);
  return (
    <div className={styles.outcomes}>
      <div className={styles.outcomeBar} aria-hidden="true">
        {parts.map(({ id, count }) => (
          <span key={id} data-outcome={id} style={{ flexGrow: count }} />
        ))}
      </div>
      <span className={textStyles.muted}>
        {parts.map(({ text }) => text).join(', ') ||
          t('outcomeBar.appliesToNothing')}
      </span>
    </div>
  );
}
