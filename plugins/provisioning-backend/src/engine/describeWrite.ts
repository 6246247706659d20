import {
  canMove,
  type ResourceState,
} from '@atrium/plugin-provisioning-common';
import { randomUUID } from 'node:crypto';
import type { HeldWrite } from '../database/HeldWrite';
import { toLines } from '../database/messageText';
import { secretNames } from '../services/secrets/secretNames';
import { describeEnding, isSuspended, type Ending } from './describeEnding';
import type { EndedStep } from './EndedStep';
import { type HeldResource, isMoving } from './HeldResource';
import type { Look, NextStep } from './Situation';
import { StepHistory } from './StepHistory';
import { titleOfStep } from './stepWords';
import { words } from '../provisioningWords';

/** What a worker knows and has decided. */
export interface Decided {
  look: Look;
  next: NextStep;
  /** The step before, which is not written down yet. */
  ended?: EndedStep;
}

/** What is written down of the step before and of the one that comes next. */
export function describeWrite(held: HeldResource, decided: Decided): HeldWrite {
  const { next, ended } = decided;
  const write: HeldWrite = {
    requestId: held.requestId,
    ended: ended && {
      stepId: ended.step.id,
      outcome: ended.result.outcome,
      ...toLines(ended.result.lines),
    },
  };
  switch (next.kind) {
    case 'act':
      return { ...write, ...describeIntent(held, next) };
    case 'wait':
      return {
        ...write,
        release: {
          inMs: Math.round(next.forMs * (0.8 + Math.random() * 0.4)),
          reason: next.reason,
        },
      };
    default: {
      const ending = describeEnding(held, decided.look, next);
      return {
        ...write,
        ...(ending
          ? describeEnd(held, ending)
          : describeStay(held, decided.look, next)),
        release: {},
      };
    }
  }
}

/** What is about to be done; what was approved is being created by then. */
function describeIntent(
  held: HeldResource,
  { action, attempt }: Extract<NextStep, { kind: 'act' }>,
): HeldWrite {
  const { driver, resource } = held;
  return {
    ...(resource.state === 'approved' && describeMove('approved', 'creating')),
    requests: [{ to: 'running' }],
    intent: {
      action,
      attempt,
      // All attempts of a change have the same one.
      idempotencyKey: new StepHistory(held).findKey(action) ?? randomUUID(),
      title: titleOfStep(action, {
        attempt,
        location: driver?.describeLocation(resource.inputs) ?? resource.driver,
      }),
    },
  };
}

function describeEnd(held: HeldResource, ending: Ending): HeldWrite {
  const { state, credentialGeneration } = held.resource;
  const { to, reason, changes } = ending;
  return {
    ...describeMove(state, to, ending),
    changes,
    requests:
      to === 'deleted'
        ? [
            { to: 'done', isDeletion: true },
            {
              to: 'cancelled',
              reason: words.describe('provisioning.reason.deleted'),
              isDeletion: false,
            },
          ]
        : [{ to: ending.request, reason }],
    ...(to === 'deleted' && { forgetSeedsBefore: Number.MAX_SAFE_INTEGER }),
    ...(to === 'ready' && {
      forgetSeedsBefore: credentialGeneration,
      credential: describeReference(held, ending),
    }),
  };
}

function describeReference(
  { resource, driver }: HeldResource,
  { changes }: Ending,
): HeldWrite['credential'] {
  const seen = changes?.observed;
  return seen?.status === 'present' && seen.credentialReference && driver
    ? {
        generation: resource.credentialGeneration,
        outputs: secretNames(driver.description.outputs),
        ...seen.credentialReference,
      }
    : undefined;
}

/** It stays as it is; what was seen of it is kept. */
function describeStay(
  held: HeldResource,
  look: Look,
  next: NextStep,
): HeldWrite {
  if (!isMoving(held) || look.status === 'unreachable') {
    return {};
  }
  const isNewlySuspended =
    isSuspended(look) && !isSuspended(held.resource.observed);
  return {
    changes: {
      observed: look,
      observedAt: new Date(held.now).toISOString(),
      hasDrift: look.status === 'absent',
    },
    ...(isNewlySuspended && {
      entries: [
        {
          kind: 'note',
          title: words.describe('provisioning.timeline.nobodyGetsIn'),
          detail: next.kind === 'done' ? next.note : undefined,
        },
      ],
    }),
  };
}

/** Whatever was approved has been created before it is anything else. */
function describeMove(
  from: ResourceState,
  to: ResourceState,
  ending: Pick<Ending, 'title' | 'reason'> = {
    title: words.describe('provisioning.timeline.created'),
  },
): Required<Pick<HeldWrite, 'move' | 'entries'>> {
  if (from === 'approved' && to !== 'creating') {
    const { entries } = describeMove('approved', 'creating');
    const { move, entries: others } = describeMove('creating', to, ending);
    return { move, entries: [...entries, ...others] };
  }
  if (!canMove(from, to)) {
    throw new Error(`A resource cannot go from '${from}' to '${to}'`);
  }
  const { title, reason } = ending;
  return {
    move: { to, reason },
    entries: [{ kind: 'state', title, detail: reason, from, to }],
  };
}
