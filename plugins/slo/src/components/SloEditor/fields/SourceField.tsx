import { FormArea, FormField } from '@atrium/ui/editor';
import { Checkbox, Select } from '@backstage/ui';
import { t } from '../../../translation';
import type { QueryField } from '../state/measureQueries';
import styles from './fields.module.css';

const ANY = '';

/** Props of {@link SourceField}. */
export interface SourceFieldProps {
  queryField: QueryField;
  /** What it is called among the others. */
  label: string;
  problem?: string;
  onChange(value: string | boolean): void;
}

/** Asks for one field, as its source describes it. */
export function SourceField(props: SourceFieldProps) {
  const { queryField, label, problem, onChange } = props;
  const { field, queries } = queryField;
  const { type, help, isRequired, choices = [], placeholder } = field;
  const value = queries[0].spec[field.name];
  const text = typeof value === 'string' ? value : '';
  const common = {
    label,
    description: help,
    secondaryLabel: isRequired ? undefined : t('sourceField.optional'),
  };
  switch (type) {
    case 'text':
      return (
        <FormField
          {...common}
          placeholder={placeholder}
          value={text}
          problem={problem}
          onChange={onChange}
        />
      );
    case 'query':
      return (
        <FormArea
          {...common}
          className={styles.query}
          placeholder={placeholder}
          value={text}
          problem={problem}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          placeholder={
            isRequired ? t('sourceField.chooseOne') : t('sourceField.any')
          }
          options={[
            ...(isRequired
              ? []
              : [{ value: ANY, label: t('sourceField.any') }]),
            ...choices,
          ]}
          value={text === '' ? null : text}
          validationBehavior="aria"
          validate={() => problem}
          onChange={chosen => onChange(String(chosen ?? ANY))}
        />
      );
    case 'boolean':
      return (
        <Checkbox isSelected={value === true} onChange={onChange}>
          {label}
        </Checkbox>
      );
    default:
      return type satisfies never;
  }
}
