import type { Message } from '@atrium/backend-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { EXEMPTIONS_LINK, entityLink } from '../links';
import type { StoredExemption } from './StoredExemption';

const TOPIC = 'scorecard-exemption';

/** Tells whoever may decide that an exemption was asked for. */
export function toApproverMessage(exemption: StoredExemption): Message {
  const { approverRef, days, id, reason, requestedBy } = exemption;
  return {
    key: `exemption:${id}:waiting`,
    recipientRefs: [approverRef],
    excludeRef: requestedBy,
    payload: {
      title: `${nameOf(requestedBy)} asks to exempt ${describe(
        exemption,
      )} for ${days} ${days === 1 ? 'day' : 'days'}`,
      description: reason,
      link: EXEMPTIONS_LINK,
      severity: 'normal',
      topic: TOPIC,
    },
  };
}

/** Tells whoever asked what somebody else decided, or that it is over. */
export function toRequesterMessages(exemption: StoredExemption): Message[] {
  const { decidedBy, entityRef, id, note, requestedBy, state } = exemption;
  const isOver = state === 'expired';
  if (!isOver && decidedBy === requestedBy) {
    return [];
  }
  return [
    {
      key: `exemption:${id}:${state}`,
      recipientRefs: [requestedBy],
      payload: {
        title: isOver
          ? `The exemption of ${describe(exemption)} has ended`
          : `${nameOf(decidedBy)} ${state} the exemption of ${describe(
              exemption,
            )}`,
        description: note,
        link: entityLink(entityRef),
        severity: state === 'granted' ? 'normal' : 'high',
        topic: TOPIC,
      },
    },
  ];
}

function describe({ checkTitle, entityRef }: StoredExemption): string {
  return `'${parseEntityRef(entityRef).name}' from "${checkTitle}"`;
}

/** Without a person it was the portal itself. */
function nameOf(userRef: string | undefined): string {
  return userRef === undefined ? 'Atrium' : parseEntityRef(userRef).name;
}
