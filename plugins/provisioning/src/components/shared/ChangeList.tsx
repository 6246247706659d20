import { RiAddLine } from '@remixicon/react';
import styles from './ChangeList.module.css';

/** What will be made, as its driver says it. */
export function ChangeList({ changes }: { changes: readonly string[] }) {
  return (
    <ul className={styles.list} aria-label="What will be made">
      {changes.map(change => (
        <li key={change} className={styles.change}>
          <RiAddLine size={16} aria-hidden="true" />
          {change}
        </li>
      ))}
    </ul>
  );
}
