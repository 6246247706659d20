import { useState } from 'react';
import { ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { t } from '../translation';
import textStyles from '../layout/text.module.css';

/** Props of {@link CopyButton}. */
export interface CopyButtonProps {
  /** What is copied, in words: `host`. */
  name: string;
  value: string;
}

/** Puts a value on the clipboard, and says whether it is there. */
export function CopyButton({ name, value }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome('copied');
    } catch {
      // Browsers refuse it on pages without HTTPS; the value can be selected.
      setOutcome('refused');
    }
  }
  return (
    <>
      <span role="status" className={textStyles.muted}>
        {outcome === 'copied' && t('copyButton.copied')}
        {outcome === 'refused' && t('copyButton.selectTheTextToCopy')}
      </span>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('copyButton.copy', { name })}
        icon={outcome === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={copy}
      />
    </>
  );
}
