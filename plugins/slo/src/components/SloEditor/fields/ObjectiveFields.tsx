import { FieldRow, FormField } from '@atrium/ui/editor';
import { Button, Select } from '@backstage/ui';
import { textStyles } from '@atrium/ui';
import { comparisonSchema } from '@atrium/plugin-slo-common';
import type { SloFormObjective } from '../../../form/sloForm';
import { COMPARISON_SIGNS } from '../../../words/comparisonSigns';
import { targetWords } from '../../../words/targetWords';
import type { FieldsProps } from './FieldsProps';
import styles from './fields.module.css';

// The file has parts of 1, which is not what was typed.
const TARGET_RULE =
  'A number from 0 to below 100, with up to seven digits behind the point';
const SLICE_RULE =
  'A number above 0 and up to 100, with up to seven digits behind the point';

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
      aria-label={isOnlyOne ? 'Target' : `Target ${index + 1}`}
    >
      <FieldRow>
        {measure.kind === 'threshold' && (
          <>
            <Select
              label="Good when the value is"
              options={comparisonSchema.options.map(sign => ({
                value: sign,
                label: COMPARISON_SIGNS[sign],
              }))}
              value={op}
              onChange={sign => update({ op: comparisonSchema.parse(sign) })}
            />
            <FormField
              label="Limit"
              inputMode="decimal"
              value={value}
              onChange={changed => update({ value: changed })}
              problem={problemOf(`${path}.value`)}
            />
          </>
        )}
        <FormField
          label="Target (percent)"
          inputMode="decimal"
          value={target}
          onChange={changed => update({ target: changed })}
          problem={problemOf(`${path}.${writtenAs}`) && TARGET_RULE}
        />
        <FormField
          label="Called"
          secondaryLabel="Optional"
          value={displayName}
          onChange={changed => update({ displayName: changed })}
          problem={problemOf(`${path}.displayName`)}
        />
      </FieldRow>
      {budgetingMethod !== 'Occurrences' && (
        <FieldRow>
          <FormField
            label="Length of a time slice"
            description="Such as 5m"
            value={sliceWindow}
            onChange={changed => update({ sliceWindow: changed })}
            problem={problemOf(`${path}.timeSliceWindow`)}
          />
          {budgetingMethod === 'Timeslices' && (
            <FormField
              label="Good from (percent)"
              description="Of the events in it"
              inputMode="decimal"
              value={sliceTarget}
              onChange={changed => update({ sliceTarget: changed })}
              problem={problemOf(`${path}.timeSliceTarget`) && SLICE_RULE}
            />
          )}
        </FieldRow>
      )}
      <p className={`${textStyles.text} ${styles.budget}`} role="status">
        {budget
          ? `The error budget is ${budget} of nothing good, or as much in small pieces.`
          : 'A target is a number below 100, such as 99.9.'}
      </p>
      {remove && (
        <div className={styles.actions}>
          <Button variant="tertiary" size="small" onPress={remove}>
            Remove this target
          </Button>
        </div>
      )}
    </div>
  );
}
