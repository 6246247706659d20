import { FieldGroup } from '@atrium/ui/editor';
import { Button, Select } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { budgetingMethodSchema } from '@atrium/plugin-slo-common';
import { newSloObjective, type SloFormObjective } from '../../../form/sloForm';
import { t } from '../../../translation';
import type { FieldsProps } from './FieldsProps';
import { ObjectiveFields } from './ObjectiveFields';
import styles from './fields.module.css';

const MAX_OBJECTIVES = 20;

/** How good is good enough. */
export function TargetFields(props: FieldsProps) {
  const { form, change } = props;
  const { objectives, budgetingMethod, measure } = form;
  const replace = (index: number, objective: SloFormObjective[]) =>
    change({
      objectives: [
        ...objectives.slice(0, index),
        ...objective,
        ...objectives.slice(index + 1),
      ],
    });
  return (
    <FieldGroup title={t('targetFields.target')}>
      <Select
        label={t('targetFields.budgetIsSpentBy')}
        options={[
          { value: 'Occurrences', label: t('targetFields.badEvents') },
          { value: 'Timeslices', label: t('targetFields.badTimeSlices') },
          {
            value: 'RatioTimeslices',
            label: t('targetFields.badShareOfEachTime'),
          },
        ]}
        value={budgetingMethod}
        onChange={method =>
          change({ budgetingMethod: budgetingMethodSchema.parse(method) })
        }
      />
      {objectives.map((objective, index) => (
        <ObjectiveFields
          // They have no name that does not change while one types.
          key={index}
          {...props}
          objective={objective}
          index={index}
          update={changes => replace(index, [{ ...objective, ...changes }])}
          remove={objectives.length > 1 ? () => replace(index, []) : undefined}
        />
      ))}
      {measure.kind !== 'threshold' && objectives.length < MAX_OBJECTIVES && (
        <div className={styles.actions}>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiAddLine />}
            onPress={() =>
              change({ objectives: [...objectives, newSloObjective()] })
            }
          >
            {t('targetFields.addATarget')}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}
