import type { MessageDescriptor } from '@atrium/common';
import type {
  RequestState,
  ResourceState,
} from '@atrium/plugin-provisioning-common';
import type { PresentObservation } from '@atrium/plugin-provisioning-node';
import type { HeldWrite } from '../database/HeldWrite';
import type { MessageText } from '../database/messageText';
import { messageOf } from '../database/StepStore';
import type {
  ResourceChanges,
  StoredObservation,
  StoredResource,
} from '../database/StoredResource';
import { describeRemoval, linesOf } from './describeRemoval';
import { type HeldResource, isMoving } from './HeldResource';
import type { Look, NextStep } from './Situation';
import { StepHistory } from './StepHistory';
import { words } from '../provisioningWords';

/** What a resource goes on to when there is nothing more to do. */
export interface Ending {
  to: ResourceState;
  title: MessageDescriptor;
  reason?: MessageText;
  changes?: HeldWrite['changes'];
  request: RequestState;
}

const DAY_MS = 86_400_000;

/** What a resource goes on to; undefined where it stays as it is. */
export function describeEnding(
  held: HeldResource,
  look: Look,
  next: Exclude<NextStep, { kind: 'act' | 'wait' }>,
): Ending | undefined {
  switch (next.kind) {
    case 'done':
      return isMoving(held) ? describeDone(held, look) : undefined;
    case 'fail':
      return {
        to: 'failed',
        title: words.describe('provisioning.timeline.failed'),
        reason: next.reason,
        request: 'failed',
        changes: toSeen(held, look),
      };
    case 'attention':
      return {
        to: 'needs-attention',
        title: words.describe('provisioning.timeline.needsAttention'),
        reason: words.describe('provisioning.reason.unknownOutcome'),
        request: 'needs-attention',
        changes: { ...toSeen(held, look), evidence: next.evidence },
      };
    default:
      throw new Error(`Unknown step ${JSON.stringify(next satisfies never)}`);
  }
}

/** Everything is as it is to be: which state that is. */
function describeDone(held: HeldResource, look: Look): Ending | undefined {
  const { resource } = held;
  if (resource.state === 'deleting') {
    return {
      to: 'deleted',
      title: words.describe('provisioning.timeline.deleted'),
      request: 'done',
      changes: { ...toSeen(held, look), proof: describeProof(held) },
    };
  }
  if (resource.state === 'expiring' && resource.desired === 'suspended') {
    return undefined;
  }
  return {
    to: 'ready',
    title: words.describe('provisioning.timeline.ready'),
    request: 'done',
    changes: {
      ...toSeen(held, look),
      hasDrift: hasDrift(look),
      evidence: null,
      ...beginLease(resource, held.now),
    },
  };
}

/** The lease begins when a resource is ready for the first time. */
export function beginLease(
  { lease }: Pick<StoredResource, 'lease'>,
  now: number,
): Pick<ResourceChanges, 'leaseEndsAt'> {
  return lease && !lease.endsAt
    ? { leaseEndsAt: new Date(now + lease.days * DAY_MS).toISOString() }
    : {};
}

/** What a look changes of a resource; nothing, where nobody could look. */
export function toSeen(
  { now }: Pick<HeldResource, 'now'>,
  look: Look,
): { observed?: StoredObservation; observedAt?: string } {
  return look.status === 'unreachable'
    ? {}
    : { observed: look, observedAt: new Date(now).toISOString() };
}

/** Whether what is there is not as it was made. */
export function hasDrift(look: Look): boolean {
  return look.status === 'present'
    ? look.differences.length > 0
    : look.status === 'absent' || look.status === 'foreign';
}

/** Whether a look saw a resource that nobody gets into. */
export function isSuspended(
  look: Look | StoredObservation | undefined,
): look is PresentObservation {
  return look?.status === 'present' && look.access === 'suspended';
}

function describeProof(held: HeldResource) {
  const { resource, steps, now } = held;
  const history = new StepHistory(held);
  const removed = steps
    .filter(({ action, outcome }) => action === 'delete' && outcome === 'done')
    .flatMap(linesOf);
  const lines =
    removed.length > 0
      ? removed
      : [
          words.describe('provisioning.proof.nothing', {
            name: resource.providerName,
          }),
        ];
  const kept = history.findDone('snapshot');
  const snapshot = kept && messageOf(kept);
  return {
    ...describeRemoval(lines, snapshot),
    checkedAbsentAt: new Date(now).toISOString(),
    deletedBy: resource.deletedBy,
  };
}
