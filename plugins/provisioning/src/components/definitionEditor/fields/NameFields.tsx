import { FieldGroup, FieldRow } from '@atrium/ui/editor';
import type { DefinitionFieldsProps } from './DefinitionFieldsProps';
import { PathField } from './PathField';

/** What the definition is called. */
export function NameFields(
  props: Pick<DefinitionFieldsProps, 'form'> & { isNew: boolean },
) {
  const { form, isNew } = props;
  return (
    <FieldGroup title="Name">
      <FieldRow>
        <PathField
          form={form}
          path={['metadata', 'name']}
          label="Name"
          description={
            isNew
              ? 'Lower-case letters, digits and dashes. It stays.'
              : 'Resources are made by it, so it stays.'
          }
          isDisabled={!isNew}
        />
        <PathField
          form={form}
          path={['metadata', 'title']}
          label="Title"
          description="What people read"
          secondaryLabel="optional"
        />
      </FieldRow>
      <PathField
        form={form}
        path={['metadata', 'description']}
        label="Description"
        description="Where it is made, and what it is good for"
        secondaryLabel="optional"
      />
    </FieldGroup>
  );
}
