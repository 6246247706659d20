import { useState } from 'react';
import { Radio, RadioGroup, Select, TextAreaField } from '@backstage/ui';
import { ActionDialog, DateTimeField, textStyles } from '@atrium/ui';
import {
  type CreateExclusion,
  createExclusionSchema,
  type SloSummary,
} from '@atrium/plugin-slo-common';
import { useCreateExclusion } from '../../hooks/useExclusions';
import { t } from '../../translation';
import styles from './ExclusionDialog.module.css';

const ALL = '';

/** Props of {@link ExclusionDialog}. */
export interface ExclusionDialogProps {
  entityRef: string;
  slos: SloSummary[];
  onClose(): void;
}

interface Draft {
  kind: string;
  sloName: string;
  /** As the browser writes local times; empty until chosen. */
  from: string;
  to: string;
  reason: string;
}

/** Takes a time out of the SLOs of an entity. */
export function ExclusionDialog(props: ExclusionDialogProps) {
  const { entityRef, slos, onClose } = props;
  const [isChecked, setIsChecked] = useState(false);
  const [draft, setDraft] = useState<Draft>({
    kind: 'maintenance',
    sloName: slos.length === 1 ? slos[0].name : ALL,
    from: '',
    to: '',
    reason: '',
  });
  const change = (changes: Partial<Draft>) =>
    setDraft({ ...draft, ...changes });
  const create = useCreateExclusion();
  const { exclusion, problems } = check(draft, entityRef);
  const problemOf = (field: string) =>
    isChecked ? problems[field] : undefined;

  function submit() {
    setIsChecked(true);
    if (exclusion) {
      create.mutate(exclusion, { onSuccess: onClose });
    }
  }

  return (
    <ActionDialog
      title={t('exclusionDialog.addExclusion')}
      action={t('exclusionDialog.exclude')}
      failure={t('exclusionDialog.itWasNotExcluded')}
      change={create}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className={textStyles.muted}>
        {t('exclusionDialog.eventsInItNeitherSpend')}
      </p>
      <RadioGroup
        label={t('exclusionDialog.kind')}
        value={draft.kind}
        onChange={kind => change({ kind })}
      >
        <Radio value="maintenance">
          {t('exclusionDialog.maintenancePlannedBeforehand')}
        </Radio>
        <Radio value="exclusion">
          {t('exclusionDialog.exclusionAgreedUponAfterwards')}
        </Radio>
      </RadioGroup>
      <Select
        label={t('exclusionDialog.appliesTo')}
        options={[
          { value: ALL, label: t('exclusionDialog.allSlosOfTheEntity') },
          ...slos.map(({ name, displayName = name }) => ({
            value: name,
            label: displayName,
          })),
        ]}
        value={draft.sloName}
        onChange={value => change({ sloName: String(value) })}
      />
      <div className={styles.times}>
        <DateTimeField
          label={t('exclusionDialog.from')}
          value={draft.from}
          problem={problemOf('from')}
          onChange={from => change({ from })}
        />
        <DateTimeField
          label={t('exclusionDialog.to')}
          value={draft.to}
          problem={problemOf('to')}
          onChange={to => change({ to })}
        />
      </div>
      <TextAreaField
        label={t('exclusionDialog.reason')}
        rows={3}
        value={draft.reason}
        isInvalid={problemOf('reason') !== undefined}
        onChange={reason => change({ reason })}
      />
      {problemOf('reason') && (
        <p className={textStyles.bad}>{problemOf('reason')}</p>
      )}
    </ActionDialog>
  );
}

/** The draft as the backend takes it, or what is wrong with each field. */
function check(
  draft: Draft,
  entityRef: string,
): { exclusion?: CreateExclusion; problems: Record<string, string> } {
  const result = createExclusionSchema.safeParse({
    ...draft,
    entityRef,
    sloName: draft.sloName || undefined,
    from: toInstant(draft.from),
    to: toInstant(draft.to),
    reason: draft.reason.trim(),
  });
  if (result.success) {
    return { exclusion: result.data, problems: {} };
  }
  const invalid = new Set(result.error.issues.map(({ path }) => path[0]));
  return {
    problems: Object.fromEntries(
      Object.entries({
        from: t('exclusionDialog.chooseWhenItBegins'),
        to: draft.to
          ? t('exclusionDialog.itHasToEndAfter')
          : t('exclusionDialog.chooseWhenItEnds'),
        reason: t('exclusionDialog.sayWhyInThreeLetters'),
      }).filter(([field]) => invalid.has(field)),
    ),
  };
}

function toInstant(localTime: string): string | undefined {
  return localTime ? new Date(localTime).toISOString() : undefined;
}
