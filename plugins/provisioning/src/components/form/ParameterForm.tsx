import { useId, useMemo } from 'react';
import Form from '@rjsf/core';
import { ErrorSchemaBuilder } from '@rjsf/utils';
import { customizeValidator } from '@rjsf/validator-ajv8';
import { readField } from '@atrium/ui';
import Ajv2020 from 'ajv/dist/2020';
import type { ParameterFieldsProps } from './ParameterFieldsProps';
import { PARAMETER_TEMPLATES, PARAMETER_WIDGETS } from './parameterTheme';

const PREFIX = 'parameters.';

// Chooses between alternatives of a schema; what is wrong is said by the backend.
const validator = customizeValidator({ AjvClass: Ajv2020 });

/** The parameters of a resource, as its type describes them. */
export function ParameterForm(props: ParameterFieldsProps) {
  const { schema, defaults, value, violations = [], onChange } = props;
  // Several of these forms may stand on one page.
  const idPrefix = useId();
  const shownSchema = useMemo(
    () => withDefaults(schema, defaults),
    [schema, defaults],
  );
  const errors = useMemo(() => {
    const builder = new ErrorSchemaBuilder();
    for (const violation of violations) {
      const { field } = violation;
      if (field.startsWith(PREFIX)) {
        builder.addErrors(
          readField(violation, 'message'),
          field.slice(PREFIX.length).split('.'),
        );
      }
    }
    return builder.ErrorSchema;
  }, [violations]);
  return (
    <Form
      tagName="div"
      idPrefix={idPrefix}
      schema={shownSchema}
      formData={value}
      validator={validator}
      widgets={PARAMETER_WIDGETS}
      templates={PARAMETER_TEMPLATES}
      uiSchema={{ 'ui:submitButtonOptions': { norender: true } }}
      extraErrors={errors}
      // What nobody says is left to the definition.
      experimental_defaultFormStateBehavior={{
        emptyObjectFields: 'skipDefaults',
      }}
      noValidate
      showErrorList={false}
      onChange={({ formData }) => onChange(formData)}
    />
  );
}

/** The schema with the defaults of a definition, which go before its own. */
function withDefaults(
  schema: ParameterFieldsProps['schema'],
  defaults: ParameterFieldsProps['defaults'] = {},
) {
  const properties = Object.entries(schema.properties).map(
    ([name, property]) => [
      name,
      name in defaults ? { ...property, default: defaults[name] } : property,
    ],
  );
  return { ...schema, properties: Object.fromEntries(properties) };
}
