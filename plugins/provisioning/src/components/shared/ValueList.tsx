import type { JsonValue } from '@backstage/types';
import type { TypeSummary } from '@atrium/plugin-provisioning-common';
import { CopyButton, textStyles } from '@atrium/ui';
import { outputTitle } from '../../words/outputTitle';
import styles from './ValueList.module.css';

/** Props of {@link ValueList}. */
export interface ValueListProps {
  /** What the values are: the name of the list. */
  label: string;
  values: Record<string, JsonValue>;
  /** Says what they are called. */
  type?: TypeSummary;
}

/** Values by name, each of which can be copied. */
export function ValueList(props: ValueListProps) {
  const { label, values, type } = props;
  return (
    <dl className={styles.list} aria-label={label}>
      {Object.entries(values).map(([name, value]) => {
        const title = outputTitle(type, name);
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        return (
          <div key={name} className={styles.row}>
            <dt className={textStyles.muted}>{title}</dt>
            <dd className={styles.value}>
              <code className={textStyles.mono}>{text}</code>
              <CopyButton name={title} value={text} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
