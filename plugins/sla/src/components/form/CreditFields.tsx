import { Button, ButtonIcon, TextField } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { textStyles } from '@atrium/ui';
import { t } from '../../translation';
import type { AgreementFieldsProps } from './AgreementFieldsProps';
import { ProblemLine } from '../ProblemLine';
import styles from './AgreementDialog.module.css';

/** As many as the backend takes. */
const MAX_CREDITS = 10;

/** What the customer gets back, step by step. */
export function CreditFields(props: AgreementFieldsProps) {
  const { draft, problems, onChange } = props;
  const { credits } = draft;
  const replace = (index: number, changes: Partial<(typeof credits)[number]>) =>
    onChange({
      credits: credits.map((credit, at) =>
        at === index ? { ...credit, ...changes } : credit,
      ),
    });
  return (
    <fieldset className={styles.credits}>
      <legend>{t('creditFields.credits')}</legend>
      <p className={textStyles.muted}>
        {t('creditFields.whatTheCustomerGetsBack')}
      </p>
      {credits.map((credit, index) => (
        // They have no name but their place.
        <div key={index} className={styles.credit}>
          <TextField
            label={t('creditFields.below')}
            secondaryLabel="%"
            inputMode="decimal"
            value={credit.below}
            onChange={below => replace(index, { below })}
          />
          <TextField
            label={t('creditFields.credit')}
            secondaryLabel="%"
            inputMode="decimal"
            value={credit.creditPercent}
            onChange={creditPercent => replace(index, { creditPercent })}
          />
          <ButtonIcon
            variant="tertiary"
            aria-label={t('creditFields.removeThisCredit')}
            icon={<RiDeleteBinLine />}
            onPress={() =>
              onChange({ credits: credits.filter((_, at) => at !== index) })
            }
          />
        </div>
      ))}
      <ProblemLine problem={problems.credits} />
      {credits.length < MAX_CREDITS && (
        <div className={textStyles.line}>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiAddLine />}
            onPress={() =>
              onChange({
                credits: [
                  ...credits,
                  {
                    below: credits.length === 0 ? draft.target : '',
                    creditPercent: '',
                  },
                ],
              })
            }
          >
            {t('creditFields.addACredit')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
