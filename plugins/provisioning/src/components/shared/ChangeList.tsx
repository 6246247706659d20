import { RiAddLine } from '@remixicon/react';
import { t } from '../../translation';
import styles from './ChangeList.module.css';

/** Props of {@link ChangeList}. */
export interface ChangeListProps {
  changes: readonly string[];
  /** Default: What will be made. */
  label?: string;
}

/** What will be made or changed, one thing a line. */
export function ChangeList(props: ChangeListProps) {
  const { changes, label = t('changeList.whatWillBeMade') } = props;
  return (
    <ul className={styles.list} aria-label={label}>
      {changes.map(change => (
        <li key={change} className={styles.change}>
          <RiAddLine size={16} aria-hidden="true" />
          {change}
        </li>
      ))}
    </ul>
  );
}
