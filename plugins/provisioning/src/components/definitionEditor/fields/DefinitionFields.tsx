import { EmptyState } from '@atrium/ui';
import type { DefinitionForm } from '../../../definitionForm/DefinitionForm';
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
        title="The file has to be repaired first"
        description="The form cannot find the definition in what is written beside it. Nothing of it is lost."
      />
    );
  }
  return (
    <form
      className={styles.fields}
      aria-label="Definition"
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
