import { useState } from 'react';
import {
  Button,
  Radio,
  RadioGroup,
  Select,
  TextAreaField,
  TextField,
} from '@backstage/ui';
import type { Initiative } from '@atrium/plugin-scorecard-common';
import {
  DateTimeField,
  errorMessage,
  LeaveDialog,
  textStyles,
  useEntityTitles,
  useLeaveGuard,
  useOwnerRefs,
} from '@atrium/ui';
import { useGroupOptions } from '../../hooks/useGroupOptions';
import {
  useManagedScorecards,
  useSaveInitiative,
} from '../../hooks/useInitiatives';
import { useScorecard, useScorecardsByName } from '../../hooks/useScorecards';
import {
  checkDraft,
  type InitiativeDraft,
  toDraft,
} from '../../rating/initiativeDraft';
import { t } from '../../translation';
import styles from './initiatives.module.css';

/** Props of {@link InitiativeForm}. */
export interface InitiativeFormProps {
  /** The one that is changed; another one is started without it. */
  initiative?: Initiative;
  /** Undefined where nothing was saved. */
  onDone(initiative: Initiative | undefined): void;
}

/** Starts an initiative, or changes one. */
export function InitiativeForm({ initiative, onDone }: InitiativeFormProps) {
  const scorecards = useScorecardsByName();
  const { managed } = useManagedScorecards();
  const [initial] = useState<InitiativeDraft>(() =>
    initiative ? toDraft(initiative) : emptyDraft(managed[0]),
  );
  const [draft, setDraft] = useState(initial);
  const guard = useLeaveGuard(
    JSON.stringify(draft) !== JSON.stringify(initial),
  );
  const [isChecked, setIsChecked] = useState(false);
  const save = useSaveInitiative(initiative?.id);
  const { input, problems } = checkDraft(draft, initiative?.scope);
  const shown = isChecked ? problems : {};
  const change = (changes: Partial<InitiativeDraft>) =>
    setDraft({ ...draft, ...changes });
  function leave(saved: Initiative | undefined) {
    guard.release();
    onDone(saved);
  }
  function submit() {
    setIsChecked(true);
    if (input) {
      save.mutate(input, { onSuccess: leave });
    }
  }
  return (
    <>
      <form
        className={styles.form}
        aria-label={
          initiative
            ? t('initiativeForm.editTheInitiative')
            : t('initiativeForm.startAnInitiative')
        }
        noValidate
        onSubmit={event => {
          event.preventDefault();
          submit();
        }}
      >
        <h2 className={styles.title}>
          {initiative
            ? t('initiativeForm.editTheInitiative')
            : t('initiativeForm.startAnInitiative')}
        </h2>
        <TextField
          label={t('initiativeForm.title')}
          value={draft.title}
          isInvalid={shown.title !== undefined}
          onChange={title => change({ title })}
        />
        <Problem text={shown.title} />
        <TextAreaField
          label={t('initiativeForm.description')}
          description={t('initiativeForm.whyItMattersInMarkdown')}
          rows={4}
          value={draft.description}
          onChange={description => change({ description })}
        />
        <Select
          label={t('initiativeForm.scorecard')}
          options={(initiative ? [...scorecards.values()] : managed).map(
            ({ name, title }) => ({ value: name, label: title }),
          )}
          isDisabled={initiative !== undefined}
          value={draft.scorecard}
          onChange={name =>
            change({
              scorecard: String(name),
              level: '',
              checks: [],
              teams: [],
              ownerRef:
                scorecards.get(String(name))?.ownerRef ?? draft.ownerRef,
            })
          }
        />
        <GoalFields draft={draft} onChange={change} />
        <Problem text={shown.goal} />
        <ScopeFields draft={draft} onChange={change} />
        <div className={styles.dates}>
          <DateTimeField
            label={t('initiativeForm.startsOn')}
            isDay
            value={draft.startsOn}
            problem={shown.startsOn}
            onChange={startsOn => change({ startsOn })}
          />
          <DateTimeField
            label={t('initiativeForm.dueOn')}
            isDay
            value={draft.dueOn}
            problem={shown.dueOn}
            onChange={dueOn => change({ dueOn })}
          />
        </div>
        {save.error && (
          <p role="alert" className={textStyles.bad}>
            {t('initiativeForm.itWasNotSaved', {
              error: errorMessage(save.error),
            })}
          </p>
        )}
        <div className={textStyles.line}>
          <Button variant="primary" type="submit" isPending={save.isPending}>
            {initiative ? t('initiativeForm.save') : t('initiativeForm.start')}
          </Button>
          <Button variant="secondary" onPress={() => leave(undefined)}>
            {t('initiativeForm.cancel')}
          </Button>
        </div>
      </form>
      <LeaveDialog
        guard={guard}
        title={t('initiativeForm.leaveWithoutSaving')}
      />
    </>
  );
}

interface FieldsProps {
  draft: InitiativeDraft;
  onChange(changes: Partial<InitiativeDraft>): void;
}

function GoalFields({ draft, onChange }: FieldsProps) {
  const { data } = useScorecard(draft.scorecard);
  const options = { levels: data?.levels ?? [], checks: data?.checks ?? [] };
  return (
    <>
      <RadioGroup
        label={t('initiativeForm.goal')}
        value={draft.kind}
        onChange={kind =>
          onChange({ kind: kind === 'level' ? 'level' : 'checks' })
        }
      >
        <Radio value="checks">{t('initiativeForm.passChecks')}</Radio>
        <Radio value="level">{t('initiativeForm.reachALevel')}</Radio>
      </RadioGroup>
      {draft.kind === 'level' ? (
        <Select
          label={t('initiativeForm.level')}
          options={options.levels.map(({ name, title }) => ({
            value: name,
            label: title,
          }))}
          value={draft.level || null}
          onChange={level => onChange({ level: String(level ?? '') })}
        />
      ) : (
        <Select
          label={t('initiativeForm.checks')}
          selectionMode="multiple"
          options={options.checks.map(({ name, title }) => ({
            value: name,
            label: title,
          }))}
          value={draft.checks}
          onChange={checks => onChange({ checks: checks.map(String) })}
        />
      )}
    </>
  );
}

function ScopeFields({ draft, onChange }: FieldsProps) {
  const teams = useGroupOptions(draft.scorecard, 'owner');
  const { data: mine = [] } = useOwnerRefs();
  const leaders = useEntityTitles([...new Set([draft.ownerRef, ...mine])]);
  return (
    <>
      <Select
        label={t('initiativeForm.teams')}
        description={t('initiativeForm.withTheTeamsBelowThem')}
        selectionMode="multiple"
        options={teams}
        value={draft.teams}
        onChange={chosen => onChange({ teams: chosen.map(String) })}
      />
      <Select
        label={t('initiativeForm.lead')}
        options={[...leaders].map(([value, label]) => ({ value, label }))}
        value={draft.ownerRef}
        onChange={ownerRef => onChange({ ownerRef: String(ownerRef) })}
      />
    </>
  );
}

function Problem({ text }: { text: string | undefined }) {
  return text ? <p className={textStyles.bad}>{text}</p> : null;
}

function emptyDraft(
  scorecard: { name: string; ownerRef: string } | undefined,
): InitiativeDraft {
  return {
    title: '',
    description: '',
    scorecard: scorecard?.name ?? '',
    kind: 'checks',
    level: '',
    checks: [],
    ownerRef: scorecard?.ownerRef ?? '',
    teams: [],
    startsOn: new Date().toISOString().slice(0, 10),
    dueOn: '',
  };
}
