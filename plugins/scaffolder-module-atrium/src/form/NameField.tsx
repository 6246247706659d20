import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { TextField } from '@backstage/ui';
import { t } from '../translation';
import { requiredHint } from './widgets/WidgetProps';

/** Asks for the name of an entity, as the stock field does. */
export function NameField(
  props: FieldExtensionComponentProps<unknown, unknown>,
) {
  const { disabled, formData, idSchema, placeholder, uiSchema } = props;
  const { rawErrors = [], required, schema, onBlur, onChange } = props;
  const id = idSchema?.$id ?? '';
  const byTemplate = { autoFocus: uiSchema['ui:autofocus'] };
  return (
    <TextField
      {...byTemplate}
      id={id}
      label={schema.title ?? t('nameField.name')}
      description={
        uiSchema['ui:description'] ??
        schema.description ??
        t('nameField.uniqueNameOfTheComponent')
      }
      placeholder={placeholder}
      isRequired={required}
      secondaryLabel={requiredHint(required)}
      isDisabled={disabled}
      isInvalid={rawErrors.length > 0}
      value={typeof formData === 'string' ? formData : ''}
      onChange={onChange}
      onBlur={() => onBlur(id, formData)}
    />
  );
}
