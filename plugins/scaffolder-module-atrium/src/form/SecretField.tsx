import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SecretWidget } from '@backstage/plugin-scaffolder-react/alpha';

/** A field whose value is handed to the run and kept nowhere. */
export function SecretField(
  props: FieldExtensionComponentProps<unknown, unknown>,
) {
  const { name, onChange, schema, required, disabled } = props;
  return (
    <SecretWidget
      name={name}
      onChange={onChange}
      schema={schema}
      required={required ?? false}
      disabled={disabled ?? false}
    />
  );
}
