import { EmptyState } from '@atrium/ui';
import type { DefinitionForm } from '../../../definitionForm/DefinitionForm';
import { t } from '../../../translation';
import type { DefinitionFieldsProps } from './DefinitionFieldsProps';
import { DriverFields } from './DriverFields';
import { MatchFields } from './MatchFields';
import { NameFields } from './NameFields';
import { PlanListFields } from './PlanListFields';
import { RuleFields } from './RuleFields';
import styles from './fields.module.css';

/** The form of a definition; where the file cannot be read, it says so. */
export function DefinitionFields(
  props: Pick<DefinitionFieldsProps, 'definitions'> & {
    form?: DefinitionForm;
    isNew: boolean;
  },
) {
  const { form, definitions, isNew } = props;
  if (!form) {
    return (
      <EmptyState
        title={t('definitionFields.theFileHasToBe')}
        description={t('definitionFields.theFormCannotFindThe')}
      />
    );
  }
  return (
    <form
      className={styles.fields}
      aria-label={t('definitionFields.definition')}
      onSubmit={event => event.preventDefault()}
    >
      <NameFields form={form} isNew={isNew} />
      <DriverFields form={form} definitions={definitions} />
      <MatchFields form={form} definitions={definitions} />
      <PlanListFields form={form} definitions={definitions} />
      <RuleFields form={form} definitions={definitions} />
    </form>
  );
}
