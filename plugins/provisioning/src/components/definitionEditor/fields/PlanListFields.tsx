import { Button } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { FieldGroup, FieldRow } from '@atrium/ui/editor';
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
    <FieldGroup title="Plans">
      {plans.map((_, index) => {
        const name = form.getText([...PLANS, index, 'name']);
        const price = [...PLANS, index, 'monthlyPrice'];
        return (
          <div
            // They have no name that does not change while one types.
            key={index}
            role="group"
            aria-label={`Plan ${name || index + 1}`}
            className={styles.plan}
          >
            <FieldRow>
              <PathField
                form={form}
                path={[...PLANS, index, 'name']}
                label="Name of the plan"
              />
              <PathField
                form={form}
                path={[...PLANS, index, 'title']}
                label="Title of the plan"
                secondaryLabel="optional"
              />
              <PathField
                form={form}
                path={[...price, 'amount']}
                label="Price per month"
                description="For example 12.50; leave empty if unknown"
                secondaryLabel="optional"
              />
              <PathField
                form={form}
                path={[...price, 'currency']}
                label="Currency"
                description="Such as EUR"
                secondaryLabel="optional"
              />
            </FieldRow>
            <PathField
              form={form}
              path={[...PLANS, index, 'description']}
              label="What you get"
              secondaryLabel="optional"
            />
            {driver && (
              <SchemaFields
                key={driver.id}
                title="What the driver is told for this plan"
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
                  Remove {name || 'this plan'}
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
          Add a plan
        </Button>
      </div>
      <FieldRow>
        <PathSelect
          form={form}
          path={['spec', 'defaultPlan']}
          label="Default plan"
          anyLabel="The first one"
          options={names.map(name => ({ value: name, label: name }))}
        />
      </FieldRow>
    </FieldGroup>
  );
}
