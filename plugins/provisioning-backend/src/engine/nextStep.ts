import type { PresentObservation } from '@atrium/plugin-provisioning-node';
import type { MessageText } from '../database/messageText';
import { messageOf, type StepAction } from '../database/StepStore';
import { words } from '../provisioningWords';
import { endOf, StepHistory } from './StepHistory';
import type { Look, NextStep, Situation } from './Situation';

/** How often a step is tried before the request fails. */
export const MAX_ATTEMPTS = 8;

/** After an outcome that nobody knows, a person decides within a minute. */
const ATTENTION_AFTER_MS = 25_000;

/** How long a provider may be out of reach, where nothing is under way there. */
const UNREACHABLE_MS = 10 * 60_000;

/** How long a provider may work on something by itself. */
const CHANGING_MS = 60 * 60_000;

const LONGEST_BACKOFF_MS = 60_000;

/** For how long to wait after a number of attempts, without jitter. */
export function backoffMs(attempts: number): number {
  return Math.min(LONGEST_BACKOFF_MS, 500 * 2 ** attempts);
}

class Decision {
  readonly #situation: Situation;
  readonly #history: StepHistory;
  readonly #now: number;

  constructor(situation: Situation, now: number) {
    this.#situation = situation;
    this.#history = new StepHistory(situation);
    this.#now = now;
  }

  decide(look: Look): NextStep {
    switch (look.status) {
      case 'unreachable':
        return this.#decideUnreachable(look.message);
      case 'foreign':
        return {
          kind: 'fail',
          reason: words.describe('provisioning.engine.foreign', {
            name: this.#situation.resource.providerName,
            evidence: look.evidence,
          }),
        };
      case 'changing':
        return this.#decideChanging(look.message);
      case 'unknown':
        return this.#decideUnknown(look.evidence);
      case 'absent':
        return this.#decideAbsent();
      case 'present':
        return this.#decidePresent(look);
      default:
        throw new Error(`Unknown look ${JSON.stringify(look satisfies never)}`);
    }
  }

  #decideUnreachable(message: MessageText): NextStep {
    const { ambiguous } = this.#history;
    if (ambiguous) {
      return this.#now - endOf(ambiguous) < ATTENTION_AFTER_MS
        ? { kind: 'wait', forMs: 3_000, reason: message }
        : this.#ask(
            words.describe('provisioning.engine.cannotAsk', { message }),
          );
    }
    const since = Math.max(
      this.#history.lastEndedAt ?? 0,
      Date.parse(this.#situation.resource.stateSince),
    );
    return this.#now - since < UNREACHABLE_MS
      ? { kind: 'wait', forMs: 5_000, reason: message }
      : {
          kind: 'fail',
          reason: words.describe('provisioning.engine.unreachable', {
            message,
          }),
        };
  }

  #decideChanging(message: MessageText): NextStep {
    const { stateSince } = this.#situation.resource;
    const since = Math.max(
      this.#history.lastEndedAt ?? 0,
      Date.parse(stateSince),
    );
    const waitedMs = this.#now - since;
    return waitedMs < CHANGING_MS
      ? {
          kind: 'wait',
          forMs: Math.min(15_000, Math.max(1_000, waitedMs / 4)),
          reason: message,
        }
      : {
          kind: 'fail',
          reason: words.describe('provisioning.engine.stillAtWork', {
            message,
          }),
        };
  }

  /** Nobody can look: one trusts what a step said, and asks where it said nothing. */
  #decideUnknown(evidence: MessageText): NextStep {
    if (this.#history.ambiguous) {
      return this.#ask(evidence);
    }
    const { last } = this.#history;
    const isRemoved = this.#goal === 'absent';
    if (last?.outcome === 'done' && last.action !== 'snapshot') {
      return isRemoved
        ? this.#ask(
            words.describe('provisioning.engine.removedUnchecked', {
              evidence,
            }),
          )
        : { kind: 'done' };
    }
    switch (this.#goal) {
      case 'absent':
        return this.#remove();
      case 'suspended':
        return this.#suspend();
      default:
        return this.#act(this.#makingAction());
    }
  }

  #decideAbsent(): NextStep {
    const mayStillShow = this.#waitToSettle();
    if (mayStillShow) {
      return mayStillShow;
    }
    const { state } = this.#situation.resource;
    if (this.#goal === 'absent') {
      return { kind: 'done' };
    }
    if (this.#goal === 'suspended') {
      return { kind: 'done', note: words.describe('provisioning.engine.gone') };
    }
    return state === 'approved' || state === 'creating'
      ? this.#act('create')
      : {
          kind: 'fail',
          reason: words.describe('provisioning.engine.removedElsewhere'),
        };
  }

  #decidePresent(seen: PresentObservation): NextStep {
    const { last } = this.#history;
    // It is of the work that the last step began, and not of one before.
    const isTried = last?.outcome === 'done' && last.action !== 'snapshot';
    if (seen.failure !== undefined && isTried) {
      return { kind: 'fail', reason: seen.failure };
    }
    switch (this.#goal) {
      case 'absent':
        return this.#remove();
      case 'suspended':
        return seen.access === 'suspended' ? { kind: 'done' } : this.#suspend();
      default: {
        const action = this.#findMissing(seen);
        if (!action) {
          return { kind: 'done' };
        }
        // What went well a moment ago may show late.
        return (
          (this.#history.last?.outcome === 'done' && this.#waitToSettle()) ||
          this.#act(action)
        );
      }
    }
  }

  /** What is there is to be what the resource says: which step brings it there. */
  #findMissing(seen: PresentObservation): StepAction | undefined {
    const { resource, driver } = this.#situation;
    const isIssued = driver.credentials === 'issued';
    const isNew =
      resource.state === 'approved' || resource.state === 'creating';
    const hasOtherPasswords =
      isIssued && seen.credentialGeneration !== resource.credentialGeneration;
    if (
      isNew &&
      (hasOtherPasswords || seen.fingerprint !== resource.fingerprint)
    ) {
      return 'create';
    }
    if (seen.access === 'suspended' && driver.hasSuspension) {
      return 'resume';
    }
    const isUnfinished =
      resource.state === 'updating' &&
      seen.differences.length > 0 &&
      !this.#history.findDone('update');
    if (seen.fingerprint !== resource.fingerprint || isUnfinished) {
      return 'update';
    }
    const isNotRotated =
      !isIssued &&
      resource.state === 'rotating' &&
      !this.#history.findDone('rotate');
    return hasOtherPasswords || isNotRotated ? 'rotate' : undefined;
  }

  #remove(): NextStep {
    const { resource, driver } = this.#situation;
    if (resource.deletion === 'protect') {
      return {
        kind: 'fail',
        reason: words.describe('provisioning.engine.isProtected'),
      };
    }
    const needsSnapshot =
      resource.deletion === 'snapshot-then-delete' &&
      !this.#history.findDone('snapshot');
    if (needsSnapshot && !driver.hasSnapshots) {
      return {
        kind: 'fail',
        reason: words.describe('provisioning.engine.noSnapshots'),
      };
    }
    return this.#act(needsSnapshot ? 'snapshot' : 'delete');
  }

  #suspend(): NextStep {
    return this.#situation.driver.hasSuspension
      ? this.#act('suspend')
      : {
          kind: 'done',
          note: words.describe('provisioning.engine.noSuspension'),
        };
  }

  /** The same step again waits longer each time, and ends some day. */
  #act(action: StepAction): NextStep {
    const attempts = this.#history.countAttempts(action);
    const { last } = this.#history;
    if (attempts >= MAX_ATTEMPTS) {
      return {
        kind: 'fail',
        reason: words.describe('provisioning.engine.givenUp', {
          attempts,
          reason:
            (last && messageOf(last)) ??
            words.describe('provisioning.engine.stillNotAsAsked'),
        }),
      };
    }
    if (last?.action === action && attempts > 0) {
      const leftMs = endOf(last) + backoffMs(attempts) - this.#now;
      if (leftMs > 0) {
        return {
          kind: 'wait',
          forMs: leftMs,
          reason:
            messageOf(last) ??
            words.describe('provisioning.engine.notAsAskedYet'),
        };
      }
    }
    return { kind: 'act', action, attempt: attempts + 1 };
  }

  /** What was made a moment ago may not show yet: absent means nothing then. */
  #waitToSettle(): NextStep | undefined {
    const { lastMadeAt } = this.#history;
    const settleMs = this.#situation.driver.settleMs ?? 0;
    const leftMs =
      lastMadeAt === undefined ? 0 : lastMadeAt + settleMs - this.#now;
    return leftMs > 0
      ? {
          kind: 'wait',
          // It may show earlier.
          forMs: Math.min(leftMs, 3_000),
          reason: words.describe('provisioning.engine.mayNotShowYet'),
        }
      : undefined;
  }

  #ask(evidence: MessageText): NextStep {
    const { ambiguous } = this.#history;
    if (!ambiguous) {
      return { kind: 'attention', evidence };
    }
    const lost = {
      step: words.describe(`provisioning.action.${ambiguous.action}`),
      at: ambiguous.startedAt,
      evidence,
    };
    const message = messageOf(ambiguous);
    return {
      kind: 'attention',
      evidence:
        message === undefined
          ? words.describe('provisioning.engine.lost', lost)
          : words.describe('provisioning.engine.lostBecause', {
              ...lost,
              message,
            }),
    };
  }

  #makingAction(): StepAction {
    const { state } = this.#situation.resource;
    switch (state) {
      case 'updating':
        return 'update';
      case 'rotating':
        return 'rotate';
      case 'expiring':
        return 'resume';
      default:
        return 'create';
    }
  }

  get #goal(): 'present' | 'suspended' | 'absent' {
    const { state, desired } = this.#situation.resource;
    if (state === 'deleting') {
      return 'absent';
    }
    return state === 'expiring' && desired === 'suspended'
      ? 'suspended'
      : 'present';
  }
}

/**
 * Decides the one next step towards what a resource is to be, from what was
 * asked for, what was tried and what is there. It is called again after every
 * step, and after every crash.
 *
 * @param now - by the clock of the database, as the times of the steps are
 */
export function nextStep(
  situation: Situation,
  look: Look,
  now: number,
): NextStep {
  return new Decision(situation, now).decide(look);
}
