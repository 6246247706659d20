import { useId } from 'react';
import { FieldLabel } from '@backstage/ui';
import { t } from '../translation';
import shared from '../layout/text.module.css';
import styles from './DateTimeField.module.css';

/** Props of {@link DateTimeField}. */
export interface DateTimeFieldProps {
  label: string;
  /**
   * `YYYY-MM-DDThh:mm` by the clock of the reader, or a day, `YYYY-MM-DD`;
   * empty until chosen.
   */
  value: string;
  /** Whether a whole day is chosen. */
  isDay?: boolean;
  /** What to know about it beside its name. */
  hint?: string;
  problem?: string;
  onChange(value: string): void;
}

/** Chooses a minute or a day, by the means of the browser. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { label, value, isDay, problem, onChange } = props;
  const { hint = isDay ? undefined : t('dateTimeField.yourTime') } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <FieldLabel label={label} secondaryLabel={hint} htmlFor={id} />
      <input
        id={id}
        type={isDay ? 'date' : 'datetime-local'}
        className={styles.input}
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && `${id}-problem`}
        onChange={event => onChange(event.target.value)}
      />
      {problem && (
        <p id={`${id}-problem`} className={shared.bad}>
          {problem}
        </p>
      )}
    </div>
  );
}
