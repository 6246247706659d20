import { Select, type SelectProps } from '@backstage/ui';
import type { DefinitionForm } from '../../../definitionForm/DefinitionForm';
import type { FieldPath } from '../../../definitionForm/fieldPath';

const ANY = '';

/** Props of {@link PathSelect}. */
export interface PathSelectProps {
  form: DefinitionForm;
  path: FieldPath;
  label: string;
  description?: string;
  options: { value: string; label: string }[];
  /** What it says where nothing is chosen; without it one has to be. */
  anyLabel?: string;
  onChange?(value: string | undefined): void;
}

/** A choice of the definition; what the file says stays among the options. */
export function PathSelect(props: PathSelectProps) {
  const { form, path, label, description, options, anyLabel } = props;
  const { onChange = value => form.set(path, value) } = props;
  const value = form.getText(path);
  const isKnown = value === ANY || options.some(one => one.value === value);
  const shown: SelectProps<'single'>['options'] = [
    ...(anyLabel === undefined ? [] : [{ value: ANY, label: anyLabel }]),
    ...options,
    ...(isKnown ? [] : [{ value, label: value }]),
  ];
  return (
    <Select
      label={label}
      description={description}
      size="medium"
      options={shown}
      value={value === ANY && anyLabel === undefined ? null : value}
      validationBehavior="aria"
      validate={() => form.problemOf(path)}
      onChange={chosen =>
        onChange(chosen === ANY || chosen === null ? undefined : String(chosen))
      }
    />
  );
}
