import { useQuery } from '@tanstack/react-query';
import { isRecord } from '@atrium/common';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import { ExistingEntityField } from './ExistingEntityField';
import { NameField } from './NameField';
import { RepositoryField } from './RepositoryField';
import { RepositoryPlaceField } from './RepositoryPlaceField';
import { SecretField } from './SecretField';

/** The fields that choose an entity, with the kinds that they offer by themselves. */
const ENTITY_PICKERS = new Map<string, string[] | undefined>([
  ['OwnerPicker', ['Group', 'User']],
  ['EntityPicker', undefined],
]);

const SECRET_FIELD: FieldExtensionOptions = {
  name: 'Secret',
  component: SecretField,
};

/** The fields that templates can name, those of other plugins too. */
export function useFieldExtensions() {
  const formFieldsApi = useApi(formFieldsApiRef);
  return useQuery({
    queryKey: ['scaffolder', 'form-fields'],
    queryFn: async () => {
      const fields: unknown[] = await formFieldsApi.loadFormFields();
      return [...fields.filter(isFieldExtension), SECRET_FIELD].map(inOurWay);
    },
    staleTime: Infinity,
  });
}

/** The type that the api answers with hides what is in a field. */
function isFieldExtension(field: unknown): field is FieldExtensionOptions {
  return (
    typeof field === 'object' &&
    field !== null &&
    'name' in field &&
    typeof field.name === 'string' &&
    'component' in field
  );
}

/**
 * Whether a picker of repositories asks for a token of the person, by which the stock
 * one suggests what they can reach.
 */
function readsAsPerson(uiSchema: Record<string, unknown>): boolean {
  const options = uiSchema['ui:options'];
  return isRecord(options) && options.requestUserCredentials !== undefined;
}

function inOurWay(field: FieldExtensionOptions): FieldExtensionOptions {
  const { name, component } = field;
  if (name === 'RepoUrlPicker') {
    return {
      ...field,
      component: props =>
        readsAsPerson(props.uiSchema) ? (
          <RepositoryField {...props} of={component} />
        ) : (
          <RepositoryPlaceField {...props} />
        ),
    };
  }
  if (name === 'EntityNamePicker') {
    return { ...field, component: NameField };
  }
  if (ENTITY_PICKERS.has(name)) {
    return {
      ...field,
      component: props => (
        <ExistingEntityField
          {...props}
          of={component}
          kinds={ENTITY_PICKERS.get(name)}
        />
      ),
    };
  }
  return field;
}
