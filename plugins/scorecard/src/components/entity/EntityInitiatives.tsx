import type { EntityResult } from '@atrium/plugin-scorecard-common';
import { formatDate, Section, textStyles } from '@atrium/ui';
import { useInitiatives } from '../../hooks/useInitiatives';
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
    <Section title="Initiatives">
      <ul className={styles.plain} aria-label="Initiatives">
        {data.items.map(initiative => (
          <li key={initiative.id}>
            <InitiativeLink initiative={initiative} />
            <div className={textStyles.muted}>
              {initiative.goalTitle}, due {formatDate(initiative.dueOn)}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
