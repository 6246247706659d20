import { toLines } from '../database/messageText';
import type { StoredStep } from '../database/StepStore';
import type { CallResult } from './DriverCalls';
import { backoffMs, MAX_ATTEMPTS } from './nextStep';
import type { HeldResource } from './HeldResource';
import type { NextStep } from './Situation';
import { words } from '../provisioningWords';

/** A step that a worker has taken, with what came of it, not written down yet. */
export interface EndedStep {
  step: StoredStep;
  result: CallResult;
}

/** A longer wait than this is not asked for by a provider in earnest. */
const LONGEST_RETRY_AFTER_MS = 15 * 60_000;

/** The steps as they are once the result is written down. */
export function withResult(
  { steps, now }: Pick<HeldResource, 'steps' | 'now'>,
  { step, result }: EndedStep,
): StoredStep[] {
  return steps.map(other =>
    other.id === step.id
      ? {
          ...other,
          outcome: result.outcome,
          ...toLines(result.lines),
          finishedAt: new Date(now).toISOString(),
        }
      : other,
  );
}

/** A provider that may agree later is asked again later; otherwise it failed. */
export function afterRefusal({ step, result }: EndedStep): NextStep {
  const reason =
    result.lines.at(0) ?? words.describe('provisioning.engine.refused');
  if (result.isTemporary && step.attempt < MAX_ATTEMPTS) {
    const retryAfterMs = Math.min(
      result.retryAfterMs ?? 0,
      LONGEST_RETRY_AFTER_MS,
    );
    // Never earlier than the provider said: the jitter takes up to a fifth off.
    return {
      kind: 'wait',
      forMs: Math.max(backoffMs(step.attempt), retryAfterMs / 0.8),
      reason,
    };
  }
  return {
    kind: 'fail',
    reason:
      step.attempt > 1
        ? words.describe('provisioning.engine.givenUp', {
            attempts: step.attempt,
            reason,
          })
        : reason,
  };
}

/**
 * What this worker knows after a step, without reading it again: where somebody
 * else has changed the resource meanwhile, its version tells.
 */
export function afterStep(
  held: HeldResource,
  ended: EndedStep,
  tookMs: number,
): HeldResource {
  const { resource } = held;
  const { step } = ended;
  const now = held.now + tookMs;
  return {
    ...held,
    now,
    steps: withResult(
      { steps: [...held.steps.map(closeLeftBehind), step], now },
      ended,
    ),
    resource: {
      ...resource,
      version: step.resourceVersion,
      ...(resource.state === 'approved' && {
        state: 'creating',
        stateSince: step.startedAt,
      }),
    },
  };
}

/** Written down together with the intent of the step that followed. */
function closeLeftBehind(step: StoredStep): StoredStep {
  return step.outcome === 'running' ? { ...step, outcome: 'unknown' } : step;
}
