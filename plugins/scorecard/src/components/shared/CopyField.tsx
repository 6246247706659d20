import { useId, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { textStyles } from '@atrium/ui';
import styles from './shared.module.css';

/** Props of {@link CopyField}. */
export interface CopyFieldProps {
  label: string;
  value: string;
}

/** A text that is made to be copied. */
export function CopyField({ label, value }: CopyFieldProps) {
  const id = useId();
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      // Browsers refuse it on pages without HTTPS; the text can be selected.
      setOutcome('refused');
    }
  }
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
        <Button
          variant="secondary"
          size="small"
          iconStart={
            outcome === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />
          }
          onPress={copy}
        >
          Copy
        </Button>
      </div>
      <span role="status" className={textStyles.muted}>
        {outcome === 'copied' && 'Copied'}
        {outcome === 'refused' && 'Select the text to copy it'}
      </span>
    </div>
  );
}
