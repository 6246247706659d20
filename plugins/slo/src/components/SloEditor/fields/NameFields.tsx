import { FieldGroup, FieldRow, FormField } from '@atrium/ui/editor';
import { TextAreaField } from '@backstage/ui';
import { t } from '../../../translation';
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
    <FieldGroup title={t('nameFields.objective')}>
      <FieldRow>
        <FormField
          label={t('nameFields.title')}
          description={t('nameFields.forExamplePaymentsAreAnswered')}
          value={displayName}
          onChange={rename}
          problem={problemOf('metadata.displayName')}
        />
        <FormField
          label={t('nameFields.name')}
          description={
            isNew
              ? t('nameFields.staysItsHistoryHangsOn')
              : t('nameFields.itsHistoryHangsOnIt')
          }
          value={name}
          isDisabled={!isNew}
          onChange={changed => change({ name: changed })}
          problem={problemOf('metadata.name')}
        />
      </FieldRow>
      <TextAreaField
        label={t('nameFields.description')}
        description={t('nameFields.whatCountsAsGoodAnd')}
        rows={2}
        value={description}
        onChange={changed => change({ description: changed })}
      />
      <FormField
        label={t('nameFields.service')}
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
