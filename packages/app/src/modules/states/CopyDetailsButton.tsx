import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { t } from '../../translation';

export interface CopyDetailsButtonProps {
  details: string;
}

/** Puts what the people who run the portal need to know on the clipboard. */
export function CopyDetailsButton({ details }: CopyDetailsButtonProps) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(details);
      setOutcome('copied');
    } catch {
      // Browsers refuse it on pages without HTTPS; the text can be selected then.
      setOutcome('refused');
    }
  };
  if (outcome === 'refused') {
    return <pre>{details}</pre>;
  }
  return (
    <Button
      variant="secondary"
      iconStart={outcome ? <RiCheckLine /> : <RiFileCopyLine />}
      onPress={copy}
    >
      {outcome
        ? t('copyDetailsButton.detailsCopied')
        : t('copyDetailsButton.copyDetails')}
    </Button>
  );
}
