import type { LosingDefinition } from '@atrium/plugin-provisioning-common';
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
        {losers.length === 1
          ? 'Why not the other definition?'
          : `Why not one of the ${losers.length} other definitions?`}
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
