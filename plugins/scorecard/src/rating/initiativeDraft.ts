import {
  type Initiative,
  type InitiativeInput,
  initiativeInputSchema,
} from '@atrium/plugin-scorecard-common';
import { t } from '../translation';

/** An initiative while it is written. */
export interface InitiativeDraft {
  title: string;
  description: string;
  scorecard: string;
  kind: 'checks' | 'level';
  level: string;
  checks: string[];
  ownerRef: string;
  /** Groups; empty for all. */
  teams: string[];
  /** `YYYY-MM-DD`; empty until chosen. */
  startsOn: string;
  dueOn: string;
}

/** What a form begins with. */
export function toDraft(initiative: Initiative): InitiativeDraft {
  const { title, description = '', scorecard, goal, scope } = initiative;
  const { ownerRef, startsOn, dueOn } = initiative;
  return {
    title,
    description,
    scorecard,
    kind: goal.kind,
    level: goal.kind === 'level' ? goal.level : '',
    checks: goal.kind === 'checks' ? goal.checks : [],
    ownerRef,
    teams: scope.ownerRefs ?? [],
    startsOn: startsOn.slice(0, 10),
    dueOn: dueOn.slice(0, 10),
  };
}

const PROBLEMS: Record<string, string> = {
  get title() {
    return t('initiativeDraft.sayWhatItIsCalled');
  },
  get goal() {
    return t('initiativeDraft.chooseWhatShallBeReached');
  },
  get startsOn() {
    return t('initiativeDraft.chooseWhenItBegins');
  },
  get dueOn() {
    return t('initiativeDraft.itHasToEndOn');
  },
};

/**
 * The draft as the backend takes it, or what is wrong with each field.
 *
 * @param scope - what the form has no field for, and keeps
 */
export function checkDraft(
  draft: InitiativeDraft,
  scope: Initiative['scope'] = {},
): { input?: InitiativeInput; problems: Record<string, string> } {
  const { kind, level, checks, teams, description } = draft;
  const result = initiativeInputSchema.safeParse({
    title: draft.title,
    description: description.trim() || undefined,
    scorecard: draft.scorecard,
    goal: kind === 'level' ? { kind, level } : { kind, checks },
    ownerRef: draft.ownerRef,
    scope: { ...scope, ownerRefs: teams.length > 0 ? teams : undefined },
    startsOn: draft.startsOn,
    dueOn: draft.dueOn,
  });
  if (result.success) {
    return { input: result.data, problems: {} };
  }
  return {
    problems: Object.fromEntries(
      result.error.issues.map(({ path, message }) => [
        String(path[0]),
        PROBLEMS[String(path[0])] ?? message,
      ]),
    ),
  };
}
