import { EmptyState } from '@atrium/ui';
import type { OpenSloProblem } from '@atrium/plugin-slo-common';
import type { SloForm } from '../../form/sloForm';
import { t } from '../../translation';
import { AlertingFields } from './fields/AlertingFields';
import { MeasureFields } from './fields/MeasureFields';
import { NameFields } from './fields/NameFields';
import { TargetFields } from './fields/TargetFields';
import { WindowFields } from './fields/WindowFields';
import type { SourceContext } from './state/sourceFields';
import styles from './SloEditor.module.css';

/** Props of {@link SloFields}. */
export interface SloFieldsProps {
  /** Missing where a form cannot express the SLO. */
  form?: SloForm;
  context: SourceContext;
  /** Those to be shown at their fields. */
  problems: OpenSloProblem[];
  isNew: boolean;
  onChange(form: SloForm): void;
}

/** The form of an SLO; where it cannot express the SLO, it says so. */
export function SloFields(props: SloFieldsProps) {
  const { form, context, problems, isNew, onChange } = props;
  if (!form) {
    return (
      <div className={styles.notice}>
        <EmptyState
          title={t('sloFields.thisSloIsWrittenIn')}
          description={t('sloFields.itUsesMoreOfOpenslo')}
        />
      </div>
    );
  }
  const fields = {
    form,
    change: (changes: Partial<SloForm>) => onChange({ ...form, ...changes }),
    problemOf: (path: string) =>
      problems
        .find(problem => problem.sloName === form.name && problem.path === path)
        ?.message.replace(path, t('sloFields.this')),
  };
  return (
    <form
      className={styles.fields}
      aria-label={t('sloFields.slo')}
      onSubmit={event => event.preventDefault()}
    >
      <NameFields {...fields} isNew={isNew} />
      <MeasureFields {...fields} context={context} />
      <TargetFields {...fields} />
      <WindowFields {...fields} />
      <AlertingFields {...fields} context={context} />
    </form>
  );
}
