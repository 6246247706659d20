import type { Message } from '@atrium/backend-common';
import { formatDay } from '@atrium/common';
import { parseEntityRef } from '@backstage/catalog-model';
import { initiativeLink } from '../links';
import { describeGoal } from './describeGoal';
import { countDays, type ReminderMoment } from './reminderMoments';
import type { StoredInitiative } from './StoredInitiative';

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
  const wanted = describeGoal(goal, definition);
  return remainders.map(({ ownerRef, count, entities }) => ({
    key: `initiative:${id}:${moment.kind}:${moment.on}:${ownerRef}`,
    recipientRefs: [ownerRef],
    payload: {
      title: `${title}: ${count} of your services ${
        count === 1 ? 'is' : 'are'
      } left, ${describeDays(countDays(today, dueOn))}`,
      description: `${wanted} by ${formatDay(dueOn)}: ${listNames(
        entities,
        count,
      )}`,
      link: initiativeLink(id),
      severity: moment.kind === 'due-day' ? 'high' : 'normal',
      topic: TOPIC,
    },
  }));
}

/** Tells whoever leads it how it ended. */
export function toEndMessage(
  initiative: StoredInitiative,
  state: 'done' | 'missed' | 'cancelled',
): Message {
  const { done, exempt, id, ownerRef, scorecardTitle, title, total } =
    initiative;
  const words = {
    done: 'is done',
    missed: 'was missed',
    cancelled: 'was cancelled',
  };
  const reason = `"${scorecardTitle}" does not have its goal any more`;
  return {
    key: `initiative:${id}:end`,
    recipientRefs: [ownerRef],
    payload: {
      title: `${title} ${words[state]}`,
      description:
        state === 'cancelled'
          ? reason
          : `${
              done + exempt
            } of ${total} services reached its goal, ${exempt} of them by an exemption`,
      link: initiativeLink(id),
      severity: state === 'done' ? 'normal' : 'high',
      topic: TOPIC,
    },
  };
}

function describeDays(days: number): string {
  if (days === 0) {
    return 'due today';
  }
  return days === 1 ? '1 day to go' : `${days} days to go`;
}

function listNames(
  entities: OwnerRemainder['entities'],
  count: number,
): string {
  const names = entities.map(
    ({ entityRef, title }) => title ?? parseEntityRef(entityRef).name,
  );
  const more = count - names.length;
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
