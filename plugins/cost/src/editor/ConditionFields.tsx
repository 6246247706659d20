import { Button, ButtonIcon, Select } from '@backstage/ui';
import { RiAddLine, RiCloseLine } from '@remixicon/react';
import { FormField } from '@atrium/ui/editor';
import {
  type Condition,
  CONDITION_FIELDS,
  type ConditionField,
  hasKey,
} from './ruleDraft';
import styles from './editor.module.css';

const FIELD_TITLES: Record<ConditionField, string> = {
  tag: 'Tag',
  resourceId: 'Resource id',
  resourceName: 'Resource name',
  resourceType: 'Resource type',
  subAccount: 'Sub-account',
  service: 'Service',
  serviceCategory: 'Category',
  region: 'Region',
  namespace: 'Kubernetes namespace',
  label: 'Kubernetes label',
  cluster: 'Kubernetes cluster',
  provider: 'Provider',
  billingAccount: 'Billing account',
  source: 'Source of the bill',
  provisioned: 'Made by the portal',
};

/** Props of {@link ConditionFields}. */
export interface ConditionFieldsProps {
  conditions: Condition[];
  onChange(conditions: Condition[]): void;
}

/** What has to hold of a charge, all of it together. */
export function ConditionFields(props: ConditionFieldsProps) {
  const { conditions, onChange } = props;
  const used = new Set<ConditionField>(
    conditions.map(({ field }) => field).filter(field => !hasKey(field)),
  );
  const free = CONDITION_FIELDS.filter(field => !used.has(field));
  return (
    <>
      {conditions.map((condition, index) => (
        <ConditionRow
          // Fields of a form keep their places.
          key={index}
          condition={condition}
          fields={CONDITION_FIELDS.filter(
            field => field === condition.field || free.includes(field),
          )}
          onChange={changed => onChange(conditions.with(index, changed))}
          onRemove={() => onChange(conditions.toSpliced(index, 1))}
        />
      ))}
      {free.length > 0 && (
        <div>
          <Button
            variant="secondary"
            size="small"
            iconStart={<RiAddLine />}
            onPress={() =>
              onChange([...conditions, { field: free[0], key: '', values: '' }])
            }
          >
            Add a condition
          </Button>
        </div>
      )}
    </>
  );
}

function ConditionRow(props: {
  condition: Condition;
  fields: ConditionField[];
  onChange(condition: Condition): void;
  onRemove(): void;
}) {
  const { condition, fields, onChange, onRemove } = props;
  const { field, key, values } = condition;
  const title = FIELD_TITLES[field];
  return (
    <div className={styles.condition}>
      <Select
        aria-label="What it is about"
        size="small"
        options={fields.map(value => ({ value, label: FIELD_TITLES[value] }))}
        value={field}
        onChange={chosen => {
          const next = fields.find(one => one === chosen);
          if (next) {
            onChange({ field: next, key: '', values });
          }
        }}
      />
      {hasKey(field) && (
        <FormField
          aria-label={`Name of the ${title.toLocaleLowerCase('en')}`}
          placeholder="Name"
          size="small"
          value={key}
          onChange={name => onChange({ ...condition, key: name })}
        />
      )}
      {field !== 'provisioned' && (
        <FormField
          aria-label={`${title} is`}
          placeholder="Is one of, * for any text"
          size="small"
          value={values}
          onChange={written => onChange({ ...condition, values: written })}
        />
      )}
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={`Remove the condition ${title}`}
        icon={<RiCloseLine />}
        onPress={onRemove}
      />
    </div>
  );
}
