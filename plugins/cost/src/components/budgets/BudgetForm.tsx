import { useState } from 'react';
import { Checkbox, Select } from '@backstage/ui';
import type { BudgetDraft } from '@atrium/plugin-cost-common';
import { formatList, formatPercent, SafeLink, textStyles } from '@atrium/ui';
import {
  FieldRow,
  FormField,
  handoverWords,
  refusalWords,
} from '@atrium/ui/editor';
import { t } from '../../translation';
import { type BudgetInput, toBudget } from './budgetInput';

/** Props of {@link BudgetForm}. */
export interface BudgetFormProps {
  draft: BudgetDraft;
  input: BudgetInput;
  /** Whether to say what is wrong with fields that nobody was in, too. */
  isChecked: boolean;
  onChange(input: BudgetInput): void;
}

/** The amount, what happens when it is reached, and where the change goes. */
export function BudgetForm(props: BudgetFormProps) {
  const { draft, input, isChecked, onChange } = props;
  const [isLeft, setIsLeft] = useState(false);
  const isWrong = (isChecked || isLeft) && toBudget(input) === undefined;
  const { alertPercents, currencies, file, isRefused, written } = draft;
  const isDisabled = isRefused || input.isNone;
  return (
    <>
      {isRefused && (
        <p role="alert" className={textStyles.bad}>
          {refusalWords(draft)}
        </p>
      )}
      <FieldRow>
        <FormField
          label={t('budgetForm.amountPerMonth')}
          inputMode="decimal"
          isDisabled={isDisabled}
          value={input.amount}
          problem={isWrong ? t('budgetForm.writeAnAmount') : undefined}
          onBlur={() => setIsLeft(true)}
          onChange={amount => onChange({ ...input, amount })}
        />
        <Select
          label={t('budgetForm.currency')}
          options={currencies.map(value => ({ value, label: value }))}
          isDisabled={isDisabled}
          value={input.currency}
          onChange={chosen =>
            onChange({ ...input, currency: String(chosen ?? input.currency) })
          }
        />
      </FieldRow>
      {written !== undefined && (
        <Checkbox
          isSelected={input.isNone}
          isDisabled={isRefused}
          onChange={isNone => onChange({ ...input, isNone })}
        >
          {t('budgetForm.removeBudget')}
        </Checkbox>
      )}
      <p className={textStyles.text}>
        {t('budgetForm.ownersAreTold', {
          actual: percentList(alertPercents.actual),
          forecast: percentList(alertPercents.forecast),
        })}
      </p>
      <p className={textStyles.muted}>
        {t('budgetForm.itIsWrittenIn', {
          file: <SafeLink href={file.url}>{file.path}</SafeLink>,
        })}{' '}
        {handoverWords(draft).what}
      </p>
    </>
  );
}

function percentList(percents: readonly number[]): string {
  return formatList(percents.map(percent => formatPercent(percent / 100)));
}
