import { FieldGroup, FieldRow } from '@atrium/ui/editor';
import { t } from '../../../translation';
import type { DefinitionFieldsProps } from './DefinitionFieldsProps';
import { PathField } from './PathField';

/** What the definition is called. */
export function NameFields(
  props: Pick<DefinitionFieldsProps, 'form'> & { isNew: boolean },
) {
  const { form, isNew } = props;
  return (
    <FieldGroup title={t('nameFields.name')}>
      <FieldRow>
        <PathField
          form={form}
          path={['metadata', 'name']}
          label={t('nameFields.name')}
          description={
            isNew
              ? t('nameFields.lowerCaseLettersDigitsAnd')
              : t('nameFields.resourcesAreMadeByIt')
          }
          isDisabled={!isNew}
        />
        <PathField
          form={form}
          path={['metadata', 'title']}
          label={t('nameFields.title')}
          description={t('nameFields.whatPeopleRead')}
          secondaryLabel={t('nameFields.optional')}
        />
      </FieldRow>
      <PathField
        form={form}
        path={['metadata', 'description']}
        label={t('nameFields.description')}
        description={t('nameFields.whereItIsMadeAnd')}
        secondaryLabel={t('nameFields.optional')}
      />
    </FieldGroup>
  );
}
