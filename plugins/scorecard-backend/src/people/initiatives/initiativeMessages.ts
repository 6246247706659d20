import { words } from '../../scorecardWords';
import type { Message } from '@atrium/backend-common';
import { type MessageDescriptor, type MessageList } from '@atrium/common';
import { parseEntityRef } from '@backstage/catalog-model';
import { initiativeLink } from '../links';
import { describeGoal } from './describeGoal';
import { countDays, type ReminderMoment } from './reminderMoments';
import type { StoredInitiative } from './StoredInitiative';

/**
 * What an initiative cannot be measured without: its goal, which the scorecard does
 * not have any more, or its scope, which names facts that nobody tells any more.
 */
export type GonePart = 'goal' | 'scope';

/** What one owner still has to do. */
export interface OwnerRemainder {
  ownerRef: string;
  count: number;
  /** A few of the entities. */
  entities: { entityRef: string; title?: string }[];
}

const TOPIC = 'scorecard-initiative';

/** Reminds each owner of what is left, in one message. */
export function toReminderMessages(
  initiative: StoredInitiative,
  moment: ReminderMoment,
  { today, remainders }: { today: string; remainders: OwnerRemainder[] },
): Message[] {
  const { definition, dueOn, goal, id, title } = initiative;
  return remainders.map(({ ownerRef, count, entities }) => ({
    key: `initiative:${id}:${moment.kind}:${moment.on}:${ownerRef}`,
    recipientRefs: [ownerRef],
    payload: {
      ...words.notification({
        title: words.describe('scorecard.initiative.left', {
          title,
          count,
          due: describeDays(countDays(today, dueOn)),
        }),
        description: words.describe('scorecard.initiative.goalBy', {
          goal: describeGoal(goal, definition),
          day: { day: dueOn },
          services: listNames(entities, count),
        }),
      }),
      link: initiativeLink(id),
      severity: moment.kind === 'due-day' ? 'high' : 'normal',
      topic: TOPIC,
    },
  }));
}

interface InitiativeEnd {
  state: 'done' | 'missed' | 'cancelled';
  /** Why it was cancelled. */
  gone?: GonePart;
}

/** Tells whoever leads it how it ended. */
export function toEndMessage(
  initiative: StoredInitiative,
  end: InitiativeEnd,
): Message {
  const { state } = end;
  const { id, ownerRef, title } = initiative;
  return {
    key: `initiative:${id}:end`,
    recipientRefs: [ownerRef],
    payload: {
      ...words.notification({
        title: words.describe(`scorecard.initiative.${state}`, { title }),
        description: describeEnd(initiative, end),
      }),
      link: initiativeLink(id),
      severity: state === 'done' ? 'normal' : 'high',
      topic: TOPIC,
    },
  };
}

function describeEnd(
  { done, exempt, scorecardTitle, total }: StoredInitiative,
  { state, gone }: InitiativeEnd,
): MessageDescriptor {
  if (gone === 'scope') {
    return words.describe('scorecard.initiative.scopeIsGone');
  }
  return state === 'cancelled'
    ? words.describe('scorecard.initiative.goalIsGone', {
        scorecard: scorecardTitle,
      })
    : words.describe('scorecard.initiative.reached', {
        reached: done + exempt,
        total,
        exempt,
      });
}

function describeDays(days: number): MessageDescriptor {
  return days === 0
    ? words.describe('scorecard.initiative.dueToday')
    : words.describe('scorecard.initiative.daysToGo', { count: days });
}

function listNames(
  entities: OwnerRemainder['entities'],
  count: number,
): MessageList {
  const list = entities.map(
    ({ entityRef, title }) => title ?? parseEntityRef(entityRef).name,
  );
  return { list, more: count - list.length };
}
