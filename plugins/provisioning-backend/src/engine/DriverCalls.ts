import {
  type CredentialedTarget,
  type DriverContext,
  ProviderRefusal,
  type ResourceDriver,
} from '@atrium/plugin-provisioning-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { StepAction, StepOutcome } from '../database/StepStore';
import type { Look } from './Situation';
import type { StoredTarget } from './toTarget';
import { withTimeLimit } from './withTimeLimit';

const LOOK_LIMIT_MS = 30_000;

/** Short, so that a person is asked within a minute where an answer is lost. */
const ACTION_LIMITS_MS: Partial<Record<StepAction, number>> = {
  snapshot: 30 * 60_000,
  delete: 5 * 60_000,
};
const ACTION_LIMIT_MS = 30_000;

const MESSAGE_LENGTH = 1_000;

/** What a call to a driver came to. */
export interface CallResult {
  outcome: Exclude<StepOutcome, 'running'>;
  /** What the driver answered, or why it did not. */
  message?: string;
  /** The provider may agree later; only of `refused`. */
  isTemporary?: boolean;
  retryAfterMs?: number;
}

/** What a call needs beside its target. */
export interface CallOptions {
  driver: ResourceDriver;
  idempotencyKey: string;
  /** Ends when the process stops. */
  stop: AbortSignal;
  progress(message: string): void;
}

/** Calls drivers, and says what came of it. Nothing is thrown. */
export class DriverCalls {
  readonly #installationId: string;
  readonly #logger: LoggerService;

  constructor(options: { installationId: string; logger: LoggerService }) {
    this.#installationId = options.installationId;
    this.#logger = options.logger;
  }

  /** Looks at what is there. */
  async look(target: StoredTarget, options: CallOptions): Promise<Look> {
    try {
      return await withTimeLimit(
        signal =>
          options.driver.observe(
            this.#toFullTarget(target),
            this.#context(options, signal),
          ),
        { limitMs: LOOK_LIMIT_MS, stop: options.stop },
      );
    } catch (error) {
      return { status: 'unreachable', message: toMessage(error) };
    }
  }

  /** Takes one step. */
  async act(
    action: StepAction,
    target: StoredTarget & Pick<CredentialedTarget, 'credentials'>,
    options: CallOptions,
  ): Promise<CallResult> {
    try {
      const message = await withTimeLimit(
        signal =>
          this.#call(action, this.#toFullTarget(target), {
            driver: options.driver,
            context: this.#context(options, signal),
          }),
        {
          limitMs: ACTION_LIMITS_MS[action] ?? ACTION_LIMIT_MS,
          stop: options.stop,
        },
      );
      return { outcome: 'done', message: message || undefined };
    } catch (error) {
      const message = toMessage(error);
      return isRefusal(error)
        ? {
            outcome: 'refused',
            message,
            isTemporary: error.isTemporary,
            retryAfterMs: error.retryAfterMs,
          }
        : { outcome: 'unknown', message };
    }
  }

  async #call(
    action: StepAction,
    target: CredentialedTarget,
    { driver, context }: { driver: ResourceDriver; context: DriverContext },
  ): Promise<string | undefined> {
    switch (action) {
      case 'create':
        await driver.create(target, context);
        return undefined;
      case 'update':
        await driver.update(target, context);
        return undefined;
      case 'rotate':
        await driver.rotate(target, context);
        return undefined;
      case 'suspend':
        await driver.suspend?.(target, context);
        return undefined;
      case 'resume':
        await driver.resume?.(target, context);
        return undefined;
      case 'snapshot':
        return driver.snapshot?.(target, context);
      case 'delete':
        return (await driver.delete(target, context)).join('\n');
      default:
        throw new Error(`Unknown action '${action satisfies never}'`);
    }
  }

  #toFullTarget<T extends StoredTarget>(target: T) {
    return { ...target, installationId: this.#installationId };
  }

  #context(options: CallOptions, signal: AbortSignal): DriverContext {
    return {
      signal,
      idempotencyKey: options.idempotencyKey,
      progress: options.progress,
      logger: this.#logger,
    };
  }
}

/** By its name: the driver may have another copy of the class. */
function isRefusal(error: unknown): error is ProviderRefusal {
  return error instanceof Error && error.name === ProviderRefusal.name;
}

function toMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.slice(0, MESSAGE_LENGTH);
}
