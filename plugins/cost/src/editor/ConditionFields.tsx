import { Button, ButtonIcon, Select } from '@backstage/ui';
import { RiAddLine, RiCloseLine } from '@remixicon/react';
import { inSentence } from '@atrium/ui';
import { FormField } from '@atrium/ui/editor';
import { t } from '../translation';
import { ListField } from './ListField';
import {
  type Condition,
  CONDITION_FIELDS,
  type ConditionField,
  hasKey,
  isSameConditions,
} from './ruleDraft';
import { useWritten } from './useWritten';
import styles from './editor.module.css';

const FIELD_TITLES: Record<ConditionField, string> = {
  get tag() {
    return t('conditionFields.tag');
  },
  get resourceId() {
    return t('conditionFields.resourceId');
  },
  get resourceName() {
    return t('conditionFields.resourceName');
  },
  get resourceType() {
    return t('conditionFields.resourceType');
  },
  get subAccount() {
    return t('conditionFields.subAccount');
  },
  get service() {
    return t('conditionFields.service');
  },
  get serviceCategory() {
    return t('conditionFields.category');
  },
  get region() {
    return t('conditionFields.region');
  },
  get namespace() {
    return t('conditionFields.kubernetesNamespace');
  },
  get label() {
    return t('conditionFields.kubernetesLabel');
  },
  get cluster() {
    return t('conditionFields.kubernetesCluster');
  },
  get provider() {
    return t('conditionFields.provider');
  },
  get billingAccount() {
    return t('conditionFields.billingAccount');
  },
  get source() {
    return t('conditionFields.sourceOfTheBill');
  },
  get provisioned() {
    return t('conditionFields.madeByThePortal');
  },
};

/** Props of {@link ConditionFields}. */
export interface ConditionFieldsProps {
  conditions: Condition[];
  onChange(conditions: Condition[]): void;
}

/** What has to hold of a charge, all of it together. */
export function ConditionFields(props: ConditionFieldsProps) {
  // A file has no two conditions of one name, but a form has while one is typed.
  const [conditions, setConditions] = useWritten(
    props.conditions,
    isSameConditions,
  );
  const onChange = (changed: Condition[]) => {
    setConditions(changed);
    props.onChange(changed);
  };
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
          isTaken={
            condition.key !== '' &&
            conditions
              .slice(0, index)
              .some(
                ({ field, key }) =>
                  field === condition.field && key === condition.key,
              )
          }
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
            {t('conditionFields.addACondition')}
          </Button>
        </div>
      )}
    </>
  );
}

function ConditionRow(props: {
  condition: Condition;
  /** Whether another one has its name. */
  isTaken: boolean;
  fields: ConditionField[];
  onChange(condition: Condition): void;
  onRemove(): void;
}) {
  const { condition, isTaken, fields, onChange, onRemove } = props;
  const { field, key, values } = condition;
  const title = FIELD_TITLES[field];
  return (
    <div className={styles.condition}>
      <Select
        aria-label={t('conditionFields.whatItIsAbout')}
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
          aria-label={t('conditionFields.nameOfThe', {
            field: inSentence(title),
          })}
          placeholder={t('conditionFields.name')}
          size="small"
          value={key}
          problem={isTaken ? t('conditionFields.isThereAlready') : undefined}
          onChange={name => onChange({ ...condition, key: name })}
        />
      )}
      {field !== 'provisioned' && (
        <ListField
          aria-label={t('conditionFields.is', { title })}
          placeholder={t('conditionFields.isOneOfForAny')}
          size="small"
          value={values}
          onChange={written => onChange({ ...condition, values: written })}
        />
      )}
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={t('conditionFields.removeTheCondition', { title })}
        icon={<RiCloseLine />}
        onPress={onRemove}
      />
    </div>
  );
}
