import { words } from '../../scorecardWords';
import type { Message } from '@atrium/backend-common';
import { type ExemptionState } from '@atrium/plugin-scorecard-common';
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
      ...words.notification({
        title: words.describe('scorecard.exemption.asks', {
          ...subjectOf(exemption),
          person: requester,
          count: days,
        }),
        description: reason,
      }),
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
        ...words.notification({
          title: describeState(exemption, decider),
          description: note,
        }),
        link: entityLink(entityRef),
        severity: state === 'granted' ? 'normal' : 'high',
        topic: TOPIC,
      },
    },
  ];
}

function describeState(exemption: StoredExemption, person: string) {
  const subject = subjectOf(exemption);
  const { state } = exemption;
  return state === 'expired'
    ? words.describe('scorecard.exemption.ended', subject)
    : words.describe(`scorecard.exemption.${decisionOf(state)}`, {
        ...subject,
        person,
      });
}

function decisionOf(state: Exclude<ExemptionState, 'expired'>) {
  if (state === 'waiting') {
    throw new Error('Nobody has decided about the exemption yet');
  }
  return state;
}

function subjectOf({
  checkTitle: check,
  entityRef,
  entityTitle: entity = parseEntityRef(entityRef).name,
}: StoredExemption) {
  return { check, entity };
}
