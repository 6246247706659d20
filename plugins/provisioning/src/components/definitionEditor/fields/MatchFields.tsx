import { textStyles } from '@atrium/ui';
import { FieldGroup, FieldRow } from '@atrium/ui/editor';
import { t } from '../../../translation';
import type { DefinitionFieldsProps } from './DefinitionFieldsProps';
import { PathField } from './PathField';
import { PathSelect } from './PathSelect';

/** For which requests the definition is meant. */
export function MatchFields({ form, definitions }: DefinitionFieldsProps) {
  const { environments } = definitions;
  const types = [...new Set(environments.map(({ type }) => type))];
  return (
    <FieldGroup title={t('matchFields.forWhichRequests')}>
      <p className={textStyles.muted}>{t('matchFields.ofAllThatFitThe')}</p>
      <FieldRow>
        <PathSelect
          form={form}
          path={['spec', 'match', 'environmentType']}
          label={t('matchFields.typeOfEnvironment')}
          anyLabel={t('matchFields.any')}
          options={types.map(type => ({ value: type, label: type }))}
        />
        <PathSelect
          form={form}
          path={['spec', 'match', 'environment']}
          label={t('matchFields.environment')}
          anyLabel={t('matchFields.any')}
          options={environments.map(({ name, title }) => ({
            value: name,
            label: title,
          }))}
        />
        <PathField
          form={form}
          path={['spec', 'match', 'class']}
          label={t('matchFields.class')}
          description={t('matchFields.onlyForWhoAsksFor')}
          secondaryLabel={t('matchFields.optional')}
        />
      </FieldRow>
      <FieldRow>
        <PathField
          form={form}
          path={['spec', 'match', 'entity']}
          label={t('matchFields.component')}
          description={t('matchFields.suchAsComponentDefaultPayment')}
          secondaryLabel={t('matchFields.optional')}
        />
        <PathField
          form={form}
          path={['spec', 'match', 'resource']}
          label={t('matchFields.nameOfTheResource')}
          description={t('matchFields.orTheIdThatComponents')}
          secondaryLabel={t('matchFields.optional')}
        />
      </FieldRow>
    </FieldGroup>
  );
}
