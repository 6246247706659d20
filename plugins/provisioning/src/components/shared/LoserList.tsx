import type { LosingDefinition } from '@atrium/plugin-provisioning-common';
import { t } from '../../translation';
import styles from './LoserList.module.css';

/** Props of {@link LoserList}. */
export interface LoserListProps {
  losers: readonly LosingDefinition[];
  isOpen?: boolean;
}

/** Why no other definition was taken; folded away, for who wonders. */
export function LoserList({ losers, isOpen }: LoserListProps) {
  return losers.length > 0 ? (
    <details className={styles.losers} open={isOpen}>
      <summary className={styles.summary}>
        {t('loserList.whyNotOneOfThe', { count: losers.length })}
      </summary>
      <ul className={styles.list}>
        {losers.map(({ name, reason }) => (
          <li key={name}>
            <b>{name}</b> {reason}
          </li>
        ))}
      </ul>
    </details>
  ) : null;
}
