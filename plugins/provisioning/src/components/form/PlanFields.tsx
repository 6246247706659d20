import { NumberField, TextAreaField } from '@backstage/ui';
import { formatMoney, textStyles } from '@atrium/ui';
import { t } from '../../translation';
import { dayCountWords } from '../../words/leaseWords';
import { ChoiceCards } from '../shared/ChoiceCards';
import { FieldProblem } from './FieldProblem';
import { ParameterFields } from './ParameterFields';
import type { RequestFieldsProps } from './RequestFormProps';
import styles from './RequestForm.module.css';

/** How large, with which parameters, for how long, and why. */
export function PlanFields({ form, definitions }: RequestFieldsProps) {
  const { draft, change, definition, preview } = form;
  const type = definitions.types.find(({ name }) => name === draft.type);
  const hasParameters = Object.keys(type?.parameters.properties ?? {}).length;
  return (
    <>
      {definition && (
        <div>
          <ChoiceCards
            label={t('planFields.plan')}
            choices={definition.plans.map(plan => ({
              value: plan.name,
              title: plan.title,
              description: plan.description,
              aside: plan.monthlyPrice && formatMoney(plan.monthlyPrice),
            }))}
            value={
              definition.plans.find(({ name }) => name === draft.plan)?.name ??
              definition.defaultPlan
            }
            onChange={plan => change({ plan })}
          />
          <p className={textStyles.muted}>
            {t('planFields.pricesAreForAMonth')}
          </p>
          <FieldProblem form={form} field="plan" />
        </div>
      )}
      {type && hasParameters > 0 && (
        <ParameterFields
          // Another type begins with its own defaults.
          key={type.name}
          schema={type.parameters}
          defaults={definition?.defaults}
          value={draft.parameters}
          violations={preview.data?.violations}
          onChange={parameters => change({ parameters })}
        />
      )}
      {definition?.lease && (
        <div className={styles.short}>
          <NumberField
            label={t('planFields.leaseInDays')}
            description={t('planFields.atMostYouCanExtend', {
              maximumDays: dayCountWords(definition.lease.maximumDays),
            })}
            size="medium"
            minValue={1}
            maxValue={definition.lease.maximumDays}
            value={draft.leaseDays ?? definition.lease.defaultDays}
            onChange={days =>
              change({ leaseDays: Number.isNaN(days) ? undefined : days })
            }
          />
          <FieldProblem form={form} field="leaseDays" />
        </div>
      )}
      <TextAreaField
        label={t('planFields.reason')}
        secondaryLabel={t('planFields.optional')}
        description={t('planFields.whatYouNeedItFor')}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
    </>
  );
}
