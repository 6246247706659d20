import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../report.ts';

export interface RunTasksOptions {
  portalUrl: string;
  /** Of somebody who may start tasks. */
  token: string;
  /** The plugins whose tasks are run; they may have none. */
  pluginIds: string[];
  timeoutSeconds: number;
}

interface TaskAnswer {
  taskId: string;
  settings: { cadence: string };
  taskState: { status: string; lastRunEndedAt?: string } | null;
}

interface Task {
  id: string;
  isRunning: boolean;
  lastRunEndedAt?: string;
}

/** Rarer ones only forget what is old. */
const LONGEST_CADENCE_MINUTES = 60;

/**
 * Has every task of some plugins run once more from its beginning to its end,
 * as it would do within the hour anyway, and waits for all of them.
 *
 * @returns the tasks that did not end in time, as `plugin/task`
 */
export async function runTasks(options: RunTasksOptions): Promise<string[]> {
  const { pluginIds, timeoutSeconds } = options;
  const deadline = Date.now() + timeoutSeconds * 1000;
  const late = await Promise.all(
    pluginIds.map(async pluginId => {
      const scheduler = new Scheduler({ ...options, pluginId });
      const left = await scheduler.runAll(deadline);
      return left.map(id => `${pluginId}/${id}`);
    }),
  );
  return late.flat();
}

/** The tasks of one plugin. */
class Scheduler {
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(options: { portalUrl: string; pluginId: string; token: string }) {
    const { portalUrl, pluginId, token } = options;
    this.#url = `${portalUrl}/api/${pluginId}/.backstage/scheduler/v1/tasks`;
    this.#headers = { authorization: `Bearer ${token}` };
  }

  async runAll(deadline: number): Promise<string[]> {
    const endedBefore = new Map<string, string | undefined>();
    const isDone = ({ id, isRunning, lastRunEndedAt }: Task) =>
      !isRunning &&
      endedBefore.has(id) &&
      lastRunEndedAt !== endedBefore.get(id);
    for (;;) {
      const left = (await this.#list()).filter(task => !isDone(task));
      if (left.length === 0 || Date.now() > deadline) {
        return left.map(({ id }) => id);
      }
      for (const { id, isRunning, lastRunEndedAt } of left) {
        // One that runs began before it knew of everything: it is run again.
        if (!isRunning && !endedBefore.has(id) && (await this.#start(id))) {
          endedBefore.set(id, lastRunEndedAt);
        }
      }
      await delay(500);
    }
  }

  async #list(): Promise<Task[]> {
    const response = await fetch(this.#url, { headers: this.#headers });
    if (response.status === 404) {
      await response.body?.cancel();
      return [];
    }
    if (!response.ok) {
      throw new Failure(`${this.#url} answered ${response.status}`, {
        details: await response.text(),
      });
    }
    const { tasks }: { tasks: TaskAnswer[] } = await response.json();
    return tasks
      .filter(({ settings }) => isFrequent(settings.cadence))
      .map(({ taskId, taskState }) => ({
        id: taskId,
        isRunning: taskState?.status === 'running',
        lastRunEndedAt: taskState?.lastRunEndedAt,
      }));
  }

  /** Answers whether it was started: it is not while it runs. */
  async #start(id: string): Promise<boolean> {
    const response = await fetch(
      `${this.#url}/${encodeURIComponent(id)}/trigger`,
      { method: 'POST', headers: this.#headers },
    );
    await response.body?.cancel();
    return response.ok;
  }
}

/** Reads an ISO 8601 duration; a task by cron or by hand is not frequent. */
function isFrequent(cadence: string): boolean {
  const [, hours, minutes, seconds] =
    /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(cadence) ?? [];
  const total =
    Number(hours ?? 0) * 60 + Number(minutes ?? 0) + Number(seconds ?? 0) / 60;
  return total > 0 && total <= LONGEST_CADENCE_MINUTES;
}
