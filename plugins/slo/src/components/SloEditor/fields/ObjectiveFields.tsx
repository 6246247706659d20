import { FieldRow, FormField } from '@atrium/ui/editor';
import { Button, Select } from '@backstage/ui';
import { textStyles } from '@atrium/ui';
import { comparisonSchema } from '@atrium/plugin-slo-common';
import type { SloFormObjective } from '../../../form/sloForm';
import { t } from '../../../translation';
import { COMPARISON_SIGNS } from '../../../words/comparisonSigns';
import { targetWords } from '../../../words/targetWords';
import type { FieldsProps } from './FieldsProps';
import styles from './fields.module.css';

// The file has parts of 1, which is not what was typed.

/** Props of {@link ObjectiveFields}. */
export interface ObjectiveFieldsProps extends FieldsProps {
  objective: SloFormObjective;
  index: number;
  update(changes: Partial<SloFormObjective>): void;
  /** Missing for the only one. */
  remove?(): void;
}

/** One target, and what it leaves. */
export function ObjectiveFields(props: ObjectiveFieldsProps) {
  const { form, objective, index, update, remove, problemOf } = props;
  const { displayName, target, writtenAs, op, value } = objective;
  const { sliceTarget, sliceWindow } = objective;
  const { budgetingMethod, measure, window } = form;
  const path = `spec.objectives[${index}]`;
  const isOnlyOne = form.objectives.length === 1;
  const budget = targetWords(target, window.duration);
  return (
    <div
      className={styles.objective}
      role="group"
      aria-label={
        isOnlyOne
          ? t('objectiveFields.target')
          : t('objectiveFields.target2', { index: index + 1 })
      }
    >
      <FieldRow>
        {measure.kind === 'threshold' && (
          <>
            <Select
              label={t('objectiveFields.goodWhenTheValueIs')}
              options={comparisonSchema.options.map(sign => ({
                value: sign,
                label: COMPARISON_SIGNS[sign],
              }))}
              value={op}
              onChange={sign => update({ op: comparisonSchema.parse(sign) })}
            />
            <FormField
              label={t('objectiveFields.limit')}
              inputMode="decimal"
              value={value}
              onChange={changed => update({ value: changed })}
              problem={problemOf(`${path}.value`)}
            />
          </>
        )}
        <FormField
          label={t('objectiveFields.targetPercent')}
          inputMode="decimal"
          value={target}
          onChange={changed => update({ target: changed })}
          problem={
            problemOf(`${path}.${writtenAs}`) && t('objectiveFields.targetRule')
          }
        />
        <FormField
          label={t('objectiveFields.called')}
          secondaryLabel={t('objectiveFields.optional')}
          value={displayName}
          onChange={changed => update({ displayName: changed })}
          problem={problemOf(`${path}.displayName`)}
        />
      </FieldRow>
      {budgetingMethod !== 'Occurrences' && (
        <FieldRow>
          <FormField
            label={t('objectiveFields.lengthOfATimeSlice')}
            description={t('objectiveFields.suchAs5m')}
            value={sliceWindow}
            onChange={changed => update({ sliceWindow: changed })}
            problem={problemOf(`${path}.timeSliceWindow`)}
          />
          {budgetingMethod === 'Timeslices' && (
            <FormField
              label={t('objectiveFields.goodFromPercent')}
              description={t('objectiveFields.ofTheEventsInIt')}
              inputMode="decimal"
              value={sliceTarget}
              onChange={changed => update({ sliceTarget: changed })}
              problem={
                problemOf(`${path}.timeSliceTarget`) &&
                t('objectiveFields.sliceRule')
              }
            />
          )}
        </FieldRow>
      )}
      <p className={`${textStyles.text} ${styles.budget}`} role="status">
        {budget
          ? t('objectiveFields.theErrorBudgetIsOf', { budget })
          : t('objectiveFields.aTargetIsANumber')}
      </p>
      {remove && (
        <div className={styles.actions}>
          <Button variant="tertiary" size="small" onPress={remove}>
            {t('objectiveFields.removeThisTarget')}
          </Button>
        </div>
      )}
    </div>
  );
}
