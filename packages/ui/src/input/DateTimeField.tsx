import { useId } from 'react';
import { DatePicker } from '@backstage/ui';
import { parseDate, parseDateTime } from '@internationalized/date';
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

const DAY_LENGTH = 'YYYY-MM-DD'.length;
const MINUTE_LENGTH = 'YYYY-MM-DDThh:mm'.length;

/** Chooses a minute or a day, as the language of the page writes them. */
export function DateTimeField(props: DateTimeFieldProps) {
  const { label, value, isDay, problem, onChange } = props;
  const { hint = isDay ? undefined : t('dateTimeField.yourTime') } = props;
  const id = useId();
  const chosen = value === '' ? null : parse(value, isDay);
  return (
    <div className={styles.field}>
      <DatePicker
        label={label}
        secondaryLabel={hint}
        granularity={isDay ? 'day' : 'minute'}
        value={chosen}
        isInvalid={problem !== undefined}
        aria-describedby={problem && id}
        onChange={next =>
          onChange(
            next === null
              ? ''
              : next.toString().slice(0, isDay ? DAY_LENGTH : MINUTE_LENGTH),
          )
        }
      />
      {problem && (
        <p id={id} className={shared.bad}>
          {problem}
        </p>
      )}
    </div>
  );
}

function parse(value: string, isDay: boolean | undefined) {
  return isDay ? parseDate(value) : parseDateTime(value);
}
