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
  textStyles,
  useEntityTitles,
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
  const managed = useManagedScorecards();
  const [draft, setDraft] = useState<InitiativeDraft>(() =>
    initiative ? toDraft(initiative) : emptyDraft(managed[0]),
  );
  const [isChecked, setIsChecked] = useState(false);
  const save = useSaveInitiative(initiative?.id);
  const { input, problems } = checkDraft(draft, initiative?.scope);
  const shown = isChecked ? problems : {};
  const change = (changes: Partial<InitiativeDraft>) =>
    setDraft({ ...draft, ...changes });
  function submit() {
    setIsChecked(true);
    if (input) {
      save.mutate(input, { onSuccess: onDone });
    }
  }
  return (
    <form
      className={styles.form}
      aria-label={initiative ? 'Edit the initiative' : 'Start an initiative'}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        submit();
      }}
    >
      <h2 className={styles.title}>
        {initiative ? 'Edit the initiative' : 'Start an initiative'}
      </h2>
      <TextField
        label="Title"
        value={draft.title}
        isInvalid={shown.title !== undefined}
        onChange={title => change({ title })}
      />
      <Problem text={shown.title} />
      <TextAreaField
        label="Description"
        description="Why it matters, in Markdown."
        rows={4}
        value={draft.description}
        onChange={description => change({ description })}
      />
      <Select
        label="Scorecard"
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
            ownerRef: scorecards.get(String(name))?.ownerRef ?? draft.ownerRef,
          })
        }
      />
      <GoalFields draft={draft} onChange={change} />
      <Problem text={shown.goal} />
      <ScopeFields draft={draft} onChange={change} />
      <div className={styles.dates}>
        <DateTimeField
          label="Starts on"
          isDay
          value={draft.startsOn}
          problem={shown.startsOn}
          onChange={startsOn => change({ startsOn })}
        />
        <DateTimeField
          label="Due on"
          isDay
          value={draft.dueOn}
          problem={shown.dueOn}
          onChange={dueOn => change({ dueOn })}
        />
      </div>
      {save.error && (
        <p role="alert" className={textStyles.bad}>
          It was not saved: {errorMessage(save.error)}
        </p>
      )}
      <div className={textStyles.line}>
        <Button variant="primary" type="submit" isPending={save.isPending}>
          {initiative ? 'Save' : 'Start'}
        </Button>
        <Button variant="secondary" onPress={() => onDone(undefined)}>
          Cancel
        </Button>
      </div>
    </form>
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
        label="Goal"
        value={draft.kind}
        onChange={kind =>
          onChange({ kind: kind === 'level' ? 'level' : 'checks' })
        }
      >
        <Radio value="checks">Pass checks</Radio>
        <Radio value="level">Reach a level</Radio>
      </RadioGroup>
      {draft.kind === 'level' ? (
        <Select
          label="Level"
          options={options.levels.map(({ name, title }) => ({
            value: name,
            label: title,
          }))}
          value={draft.level || null}
          onChange={level => onChange({ level: String(level ?? '') })}
        />
      ) : (
        <Select
          label="Checks"
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
        label="Teams"
        description="With the teams below them; all teams while none is chosen."
        selectionMode="multiple"
        options={teams}
        value={draft.teams}
        onChange={chosen => onChange({ teams: chosen.map(String) })}
      />
      <Select
        label="Lead"
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
