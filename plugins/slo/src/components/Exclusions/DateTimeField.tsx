import { useId } from 'react';
import { FieldLabel } from '@backstage/ui';
import shared from '../shared/shared.module.css';
import styles from './DateTimeField.module.css';

/** Props of {@link DateTimeField}. */
export interface DateTimeFieldProps {
  label: string;
  /** `YYYY-MM-DDThh:mm` by the clock of the reader; empty until chosen. */
  value: string;
  problem?: string;
  onChange(value: string): void;
}

/** Chooses a minute; Backstage UI chooses whole days only. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { label, value, problem, onChange } = props;
  const id = useId();
  return (
    <div className={styles.field}>
      <FieldLabel label={label} secondaryLabel="your time" htmlFor={id} />
      <input
        id={id}
        type="datetime-local"
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
