import { useId } from 'react';
import { CopyButton, textStyles } from '@atrium/ui';
import { t } from '../../translation';
import styles from './shared.module.css';

/** Props of {@link CopyField}. */
export interface CopyFieldProps {
  label: string;
  value: string;
}

/** A text that is made to be copied. */
export function CopyField({ label, value }: CopyFieldProps) {
  const id = useId();
  return (
    <div className={styles.copy}>
      <label htmlFor={id} className={textStyles.muted}>
        {label}
      </label>
      <div className={styles.copyLine}>
        <input
          id={id}
          readOnly
          value={value}
          onFocus={event => event.target.select()}
        />
        <CopyButton name={t('copyField.theMarkdown')} value={value} />
      </div>
    </div>
  );
}
