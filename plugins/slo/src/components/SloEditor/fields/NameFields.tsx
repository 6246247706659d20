import { FieldGroup, FieldRow, FormField } from '@atrium/ui/editor';
import { TextAreaField } from '@backstage/ui';
import type { FieldsProps } from './FieldsProps';

const MAX_NAME = 63;

/** Props of {@link NameFields}. */
export interface NameFieldsProps extends FieldsProps {
  /** Of what exists, counts hang on the name. */
  isNew: boolean;
}

/** What the SLO is called, and what it is about. */
export function NameFields(props: NameFieldsProps) {
  const { form, change, problemOf, isNew } = props;
  const { name, displayName, description, service } = form;

  function rename(title: string) {
    const follows = isNew && name === toName(displayName);
    change({ displayName: title, ...(follows && { name: toName(title) }) });
  }

  return (
    <FieldGroup title="Objective">
      <FieldRow>
        <FormField
          label="Title"
          description="For example: Payments are answered"
          value={displayName}
          onChange={rename}
          problem={problemOf('metadata.displayName')}
        />
        <FormField
          label="Name"
          description={
            isNew ? 'Stays: its history hangs on it' : 'Its history hangs on it'
          }
          value={name}
          isDisabled={!isNew}
          onChange={changed => change({ name: changed })}
          problem={problemOf('metadata.name')}
        />
      </FieldRow>
      <TextAreaField
        label="Description"
        description="What counts as good, and what does not"
        rows={2}
        value={description}
        onChange={changed => change({ description: changed })}
      />
      <FormField
        label="Service"
        value={service}
        onChange={changed => change({ service: changed })}
        problem={problemOf('spec.service')}
      />
    </FieldGroup>
  );
}

/** A name that OpenSLO takes. */
function toName(title: string): string {
  return title
    .toLocaleLowerCase('en-US')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_NAME)
    .replace(/^-|-$/g, '');
}
