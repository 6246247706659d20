import { textStyles } from '@atrium/ui';
import { FieldGroup, FieldRow } from '@atrium/ui/editor';
import type { DefinitionFieldsProps } from './DefinitionFieldsProps';
import { PathField } from './PathField';
import { PathSelect } from './PathSelect';

/** For which requests the definition is meant. */
export function MatchFields({ form, definitions }: DefinitionFieldsProps) {
  const { environments } = definitions;
  const types = [...new Set(environments.map(({ type }) => type))];
  return (
    <FieldGroup title="For which requests">
      <p className={textStyles.muted}>
        Of all that fit, the definition that says it most precisely counts: the
        resource before the environment, the environment before the component,
        the component before the type of environment.
      </p>
      <FieldRow>
        <PathSelect
          form={form}
          path={['spec', 'match', 'environmentType']}
          label="Type of environment"
          anyLabel="Any"
          options={types.map(type => ({ value: type, label: type }))}
        />
        <PathSelect
          form={form}
          path={['spec', 'match', 'environment']}
          label="Environment"
          anyLabel="Any"
          options={environments.map(({ name, title }) => ({
            value: name,
            label: title,
          }))}
        />
        <PathField
          form={form}
          path={['spec', 'match', 'class']}
          label="Class"
          description="Only for who asks for it, such as large"
          secondaryLabel="optional"
        />
      </FieldRow>
      <FieldRow>
        <PathField
          form={form}
          path={['spec', 'match', 'entity']}
          label="Component"
          description="Such as component:default/payment-service"
          secondaryLabel="optional"
        />
        <PathField
          form={form}
          path={['spec', 'match', 'resource']}
          label="Name of the resource"
          description="Or the id that components share"
          secondaryLabel="optional"
        />
      </FieldRow>
    </FieldGroup>
  );
}
