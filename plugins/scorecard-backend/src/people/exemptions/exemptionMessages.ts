import type { Message } from '@atrium/backend-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { EXEMPTIONS_LINK, entityLink } from '../links';
import type { StoredExemption } from './StoredExemption';

const TOPIC = 'scorecard-exemption';

/**
 * Tells whoever may decide that an exemption was asked for.
 *
 * @param requester - what the person is called who asked
 */
export function toApproverMessage(
  exemption: StoredExemption,
  requester: string,
): Message {
  const { approverRef, days, id, reason, requestedBy } = exemption;
  return {
    key: `exemption:${id}:waiting`,
    recipientRefs: [approverRef],
    excludeRef: requestedBy,
    payload: {
      title: `${requester} asks to exempt ${describe(exemption)} for ${days} ${
        days === 1 ? 'day' : 'days'
      }`,
      description: reason,
      link: EXEMPTIONS_LINK,
      severity: 'normal',
      topic: TOPIC,
    },
  };
}

/**
 * Tells whoever asked what somebody else decided, or that it is over.
 *
 * @param decider - what the person is called who decided; the portal itself
 * where nobody did
 */
export function toRequesterMessages(
  exemption: StoredExemption,
  decider = 'Atrium',
): Message[] {
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
          : `${decider} ${state} the exemption of ${describe(exemption)}`,
        description: note,
        link: entityLink(entityRef),
        severity: state === 'granted' ? 'normal' : 'high',
        topic: TOPIC,
      },
    },
  ];
}

function describe({
  checkTitle,
  entityRef,
  entityTitle = parseEntityRef(entityRef).name,
}: StoredExemption): string {
  return `${entityTitle} from "${checkTitle}"`;
}
