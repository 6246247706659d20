import { cutText } from '@atrium/backend-common';
import {
  type CredentialedTarget,
  type DriverContext,
  type DriverText,
  driverTextOf,
  ProviderRefusal,
  type ResourceDriver,
  textOf,
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
  /**
   * What the driver answered, one thing a line, or why it did not; empty where it
   * said nothing.
   */
  lines: DriverText[];
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
  progress(message: DriverText): void;
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
      const lines = await withTimeLimit(
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
      return { outcome: 'done', lines: lines.filter(line => line !== '') };
    } catch (error) {
      const lines = [toMessage(error)];
      return isRefusal(error)
        ? {
            outcome: 'refused',
            lines,
            isTemporary: error.isTemporary,
            retryAfterMs: error.retryAfterMs,
          }
        : { outcome: 'unknown', lines };
    }
  }

  async #call(
    action: StepAction,
    target: CredentialedTarget,
    { driver, context }: { driver: ResourceDriver; context: DriverContext },
  ): Promise<DriverText[]> {
    switch (action) {
      case 'create':
        await driver.create(target, context);
        return [];
      case 'update':
        await driver.update(target, context);
        return [];
      case 'rotate':
        await driver.rotate(target, context);
        return [];
      case 'suspend':
        await driver.suspend?.(target, context);
        return [];
      case 'resume':
        await driver.resume?.(target, context);
        return [];
      case 'snapshot':
        return driver.snapshot ? [await driver.snapshot(target, context)] : [];
      case 'delete':
        return driver.delete(target, context);
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

/** What is too long is cut, and a text only. */
function toMessage(error: unknown): DriverText {
  const said = driverTextOf(error);
  const text = textOf(said);
  return text.length > MESSAGE_LENGTH ? cutText(text, MESSAGE_LENGTH) : said;
}
