import { failpoint } from '@atrium/backend-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import { describeRun } from './describeRun';
import { BACKEND_STOPPED, type Run, type RunStore } from './RunStore';
import type { WorkspaceStore } from './WorkspaceStore';

export interface RunWatcherOptions {
  logger: LoggerService;
  notifications: Pick<NotificationService, 'send'>;
  runs: RunStore;
  workspaces: Pick<WorkspaceStore, 'deleteOlderThan'>;
  now?: () => Date;
}

/** A backend writes every second; one that is silent for longer has stopped. */
export const SILENT_SECONDS = 20;
const MAX_RECOVERIES = 3;
const DAY_MS = 24 * 60 * 60 * 1_000;
const NOTIFY_DAYS = 7;

const GOES_ON =
  'The backend that ran this has stopped. The run goes on with the first step that had not finished.';
const CANCELLED =
  'The run was cancelled. The backend that ran it had stopped, so the step it was at may be half done; steps before it are.';
const GIVEN_UP = `The backend stopped ${MAX_RECOVERIES} times during this run, which is not tried again. Steps that finished are done; look at what the last one made before you start another run.`;

/**
 * Looks after runs to their end: whatever becomes of the backend that runs
 * one, it ends, says why in its log, and its person is told once.
 */
export class RunWatcher {
  readonly #options: RunWatcherOptions;

  constructor(options: RunWatcherOptions) {
    this.#options = options;
  }

  async watch(): Promise<void> {
    const { runs, workspaces, now = () => new Date() } = this.#options;
    const before = new Date(now().getTime() - NOTIFY_DAYS * DAY_MS);
    await runs.explainRecovered({ reason: BACKEND_STOPPED, message: GOES_ON });
    await this.#each(
      await runs.listUnsettled(),
      run => this.settle(run, SILENT_SECONDS),
      'Runs of templates were not looked after',
    );
    await this.#each(
      await runs.listUnnotified(before),
      run => this.#notify(run),
      'People were not told how their runs of templates ended',
    );
    await workspaces.deleteOlderThan(before);
  }

  /**
   * Ends a run that was cancelled, or that no backend survives.
   *
   * @param silentSeconds - After how many seconds without a sign of life the
   * backend that runs it counts as stopped
   */
  async settle(run: Run, silentSeconds: number): Promise<void> {
    const { runs } = this.#options;
    if (run.status === 'failed') {
      await runs.markCancelled(run);
      return;
    }
    const isAlone = run.status === 'open' || run.silentSeconds >= silentSeconds;
    if (!isAlone) {
      return;
    }
    if (run.isCancelled) {
      await runs.end(run, { status: 'cancelled', message: CANCELLED });
    } else if (run.recoveredCount >= MAX_RECOVERIES) {
      await runs.end(run, { status: 'failed', message: GIVEN_UP });
    }
  }

  async #notify(run: Run): Promise<void> {
    const { notifications, runs } = this.#options;
    failpoint('scaffolder.run.8');
    await notifications.send({
      recipients: { type: 'entity', entityRef: run.createdBy ?? [] },
      payload: {
        ...describeRun(run, await runs.findError(run.id)),
        // Sent again, it takes the place of the first.
        scope: `scaffolder-run:${run.id}`,
      },
    });
    failpoint('scaffolder.run.9');
    await runs.markNotified(run);
  }

  /** One that fails keeps no other one waiting; it is tried again. */
  async #each(
    items: Run[],
    work: (run: Run) => Promise<void>,
    warning: string,
  ): Promise<void> {
    const failures: unknown[] = [];
    for (const run of items) {
      try {
        await work(run);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) {
      this.#options.logger.warn(warning, {
        failedCount: failures.length,
        error: String(failures[0]),
      });
    }
  }
}
