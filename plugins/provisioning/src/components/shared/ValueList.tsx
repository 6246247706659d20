import type { JsonValue } from '@backstage/types';
import { textStyles } from '@atrium/ui';
import { CopyButton } from './CopyButton';
import styles from './ValueList.module.css';

/** Props of {@link ValueList}. */
export interface ValueListProps {
  /** What the values are: the name of the list. */
  label: string;
  values: Record<string, JsonValue>;
}

/** Values by name, each of which can be copied. */
export function ValueList({ label, values }: ValueListProps) {
  return (
    <dl className={styles.list} aria-label={label}>
      {Object.entries(values).map(([name, value]) => {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        return (
          <div key={name} className={styles.row}>
            <dt className={textStyles.muted}>{name}</dt>
            <dd className={styles.value}>
              <code className={textStyles.mono}>{text}</code>
              <CopyButton name={name} value={text} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
