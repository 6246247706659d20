import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { FieldGroup, FieldRow } from '@atrium/ui/editor';
import { t } from '../../../translation';
import type { DefinitionFieldsProps } from './DefinitionFieldsProps';
import { PathField } from './PathField';
import { PathSelect } from './PathSelect';
import { SchemaFields } from './SchemaFields';
import styles from './fields.module.css';

const PLANS = ['spec', 'plans'] as const;

/** The sizes that one may choose, and what each costs. */
export function PlanListFields({ form, definitions }: DefinitionFieldsProps) {
  const written = form.get(PLANS);
  const plans = Array.isArray(written) ? written : [];
  const driver = definitions.drivers.find(
    ({ id }) => id === form.get(['spec', 'driver']),
  );
  const names = plans
    .map((_, index) => form.getText([...PLANS, index, 'name']))
    .filter(name => name !== '');
  return (
    <FieldGroup title={t('planListFields.plans')}>
      {plans.map((_, index) => {
        const name = form.getText([...PLANS, index, 'name']);
        const price = [...PLANS, index, 'monthlyPrice'];
        return (
          <div
            // They have no name that does not change while one types.
            key={index}
            role="group"
            aria-label={t('planListFields.plan', { name: name || index + 1 })}
            className={styles.plan}
          >
            <FieldRow>
              <PathField
                form={form}
                path={[...PLANS, index, 'name']}
                label={t('planListFields.nameOfThePlan')}
              />
              <PathField
                form={form}
                path={[...PLANS, index, 'title']}
                label={t('planListFields.titleOfThePlan')}
                secondaryLabel={t('planListFields.optional')}
              />
              <PathField
                form={form}
                path={[...price, 'amount']}
                label={t('planListFields.pricePerMonth')}
                description={t('planListFields.forExample1250Leave')}
                secondaryLabel={t('planListFields.optional')}
              />
              <PathField
                form={form}
                path={[...price, 'currency']}
                label={t('planListFields.currency')}
                description={t('planListFields.suchAsEur')}
                secondaryLabel={t('planListFields.optional')}
              />
            </FieldRow>
            <PathField
              form={form}
              path={[...PLANS, index, 'description']}
              label={t('planListFields.whatYouGet')}
              secondaryLabel={t('planListFields.optional')}
            />
            {driver && (
              <SchemaFields
                key={driver.id}
                title={t('planListFields.whatTheDriverIsTold')}
                form={form}
                path={[...PLANS, index, 'inputs']}
                schema={driver.inputs}
                isOpen={false}
              />
            )}
            {plans.length > 1 && (
              <div>
                <Button
                  variant="secondary"
                  size="small"
                  onPress={() => form.set([...PLANS, index], undefined)}
                >
                  {name
                    ? t('planListFields.remove', { name })
                    : t('planListFields.removeThisPlan')}
                </Button>
              </div>
            )}
          </div>
        );
      })}
      <div>
        <Button
          variant="secondary"
          size="small"
          iconStart={<RiAddLine />}
          onPress={() => form.set(PLANS, [...plans, { name: '' }])}
        >
          {t('planListFields.addAPlan')}
        </Button>
      </div>
      <FieldRow>
        <PathSelect
          form={form}
          path={['spec', 'defaultPlan']}
          label={t('planListFields.defaultPlan')}
          anyLabel={t('planListFields.theFirstOne')}
          options={names.map(name => ({ value: name, label: name }))}
        />
      </FieldRow>
    </FieldGroup>
  );
}
