import { parseEntityRef } from '@backstage/catalog-model';
import { Select, TextField } from '@backstage/ui';
import { nameOf } from '../../form/RequestDraft';
import { useRequestTargets } from '../../hooks/useRequestTargets';
import { t } from '../../translation';
import { FieldProblem, findProblem } from './FieldProblem';
import type { RequestFieldsProps } from './RequestFormProps';
import styles from './RequestForm.module.css';

/** What it is called, where it is and what it is for. */
export function TargetFields({ form, definitions }: RequestFieldsProps) {
  const { draft, change } = form;
  return (
    <div className={styles.pair}>
      <div>
        <Select
          label={t('targetFields.for')}
          size="medium"
          placeholder={t('targetFields.aComponentOrATeam')}
          search={{ placeholder: t('targetFields.findAComponentOrA') }}
          options={useTargetOptions(draft.forRef)}
          value={draft.forRef || null}
          onChange={value => change({ forRef: String(value) })}
        />
        {/* Nothing is wrong before anything is chosen. */}
        {draft.forRef && <FieldProblem form={form} field="forRef" />}
        <FieldProblem form={form} field="entityRef" />
        <FieldProblem form={form} field="ownerRef" />
      </div>
      <div>
        <Select
          label={t('targetFields.environment')}
          size="medium"
          options={definitions.environments.map(({ name, title }) => ({
            value: name,
            label: title,
          }))}
          value={draft.environment}
          onChange={value => change({ environment: String(value) })}
        />
        <FieldProblem form={form} field="environment" />
      </div>
      <div>
        <TextField
          label={t('targetFields.name')}
          description={t('targetFields.lowerCaseLettersDigitsAnd')}
          value={nameOf(draft)}
          isInvalid={findProblem(form, 'name') !== undefined}
          onChange={name => change({ name })}
        />
        <FieldProblem form={form} field="name" />
      </div>
    </div>
  );
}

/** One's own components and teams, and what the form began with. */
function useTargetOptions(forRef: string) {
  const { components = [], teams = [] } = useRequestTargets().data ?? {};
  const isMissing =
    forRef !== '' &&
    [...components, ...teams].every(({ value }) => value !== forRef);
  return [
    {
      title: t('targetFields.components'),
      options: isMissing
        ? [{ value: forRef, label: parseEntityRef(forRef).name }, ...components]
        : components,
    },
    { title: t('targetFields.teams'), options: teams },
  ].filter(({ options }) => options.length > 0);
}
