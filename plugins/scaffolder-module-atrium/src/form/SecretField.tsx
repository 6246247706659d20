import { useEffect, useState } from 'react';
import {
  type FieldExtensionComponentProps,
  useTemplateSecrets,
} from '@backstage/plugin-scaffolder-react';
import { PasswordField } from '@backstage/ui';
import { requiredHint } from './widgets/WidgetProps';

/** A field whose value is handed to the run and kept nowhere. */
export function SecretField(
  props: FieldExtensionComponentProps<unknown, unknown>,
) {
  const { disabled, formData, idSchema, name, onBlur, onChange } = props;
  const { rawErrors = [], required, schema, uiSchema } = props;
  const { secrets, setSecrets } = useTemplateSecrets();
  const [value, setValue] = useState(secrets[name] ?? '');
  const isForgotten = formData !== undefined && !secrets[name];
  useEffect(() => {
    // The stars of a run before stand for a secret that nobody has any more. Two
    // such fields answer over each other, so that each looks again afterwards.
    if (isForgotten) {
      onChange(undefined);
    }
  });
  return (
    <PasswordField
      label={schema.title ?? name}
      description={uiSchema['ui:description'] ?? schema.description}
      value={value}
      isRequired={required}
      secondaryLabel={requiredHint(required)}
      isDisabled={disabled}
      isInvalid={rawErrors.length > 0}
      autoComplete="off"
      onChange={text => {
        setValue(text);
        setSecrets({ [name]: text });
        // The answers of a run are kept: they have only as many stars.
        onChange('*'.repeat(text.length) || undefined);
      }}
      onBlur={() => onBlur(idSchema?.$id ?? '', value)}
    />
  );
}
