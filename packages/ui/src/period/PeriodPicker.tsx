import { useState } from 'react';
import { DateRangePicker, Select } from '@backstage/ui';
import { parseDate } from '@internationalized/date';
import { t } from '../translation';
import { type PeriodChoice, toDays } from './periodChoice';
import styles from './PeriodPicker.module.css';

const CUSTOM = 'custom';

/** Props of {@link PeriodPicker}. */
export interface PeriodPickerProps {
  value: PeriodChoice;
  onChange(value: PeriodChoice): void;
  /** The last days that can be chosen at once. Default: 7, 30, 90, 365. */
  presets?: number[];
}

/** Chooses a period: the last days, or any two days up to today. */
export function PeriodPicker(props: PeriodPickerProps) {
  const { value, onChange, presets = [7, 30, 90, 365] } = props;
  const [now] = useState(() => new Date());
  const isCustom = 'from' in value;
  const days = toDays(value, now);
  const options = [
    ...presets.map(preset => ({
      value: String(preset),
      label: t('periodPicker.lastDays', { preset }),
    })),
    { value: CUSTOM, label: t('periodPicker.fromTo') },
  ];
  return (
    <div className={styles.picker}>
      <Select
        aria-label={t('periodPicker.period')}
        size="small"
        options={options}
        value={isCustom ? CUSTOM : String(value.days)}
        onChange={chosen =>
          onChange(chosen === CUSTOM ? days : { days: Number(chosen) })
        }
      />
      {isCustom && (
        <DateRangePicker
          aria-label={t('periodPicker.firstAndLastDay')}
          size="small"
          value={{ start: parseDate(days.from), end: parseDate(days.to) }}
          maxValue={parseDate(now.toISOString().slice(0, 10))}
          onChange={range =>
            range &&
            onChange({ from: String(range.start), to: String(range.end) })
          }
        />
      )}
    </div>
  );
}
