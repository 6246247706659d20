import type { EntityResult } from '@atrium/plugin-scorecard-common';
import { formatDay, readField, Section, textStyles } from '@atrium/ui';
import { useInitiatives } from '../../hooks/useInitiatives';
import { t } from '../../translation';
import { InitiativeLink } from '../shared/InitiativeLink';
import styles from './entity.module.css';

/** The initiatives for which an entity has something to do. */
export function EntityInitiatives({ result }: { result: EntityResult }) {
  const { entityRef, scorecard } = result;
  const { data } = useInitiatives({ entityRef, scorecard, state: 'running' });
  if (!data || data.items.length === 0) {
    return null;
  }
  return (
    <Section title={t('entityInitiatives.initiatives')}>
      <ul
        className={styles.plain}
        aria-label={t('entityInitiatives.initiatives')}
      >
        {data.items.map(initiative => (
          <li key={initiative.id}>
            <InitiativeLink initiative={initiative} />
            <div className={textStyles.muted}>
              {t('entityInitiatives.due', {
                goalTitle: readField(initiative, 'goalTitle'),
                dueOn: formatDay(initiative.dueOn),
              })}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
