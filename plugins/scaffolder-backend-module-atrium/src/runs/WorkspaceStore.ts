import { mkdir, rm } from 'node:fs/promises';
import { failpoint } from '@atrium/backend-common';
import {
  restoreWorkspace,
  serializeWorkspace,
  type WorkspaceProvider,
} from '@backstage/plugin-scaffolder-node/alpha';
import { InputError } from '@backstage/errors';
import type { Knex } from 'knex';

const TABLE = 'atrium_run_workspaces';
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Keeps the files of a run in the database, so that any replica can go on with
 * it when the one that ran it is gone.
 */
export class WorkspaceStore implements WorkspaceProvider {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async serializeWorkspace(options: { path: string; taskId: string }) {
    const { path, taskId } = options;
    const { contents } = await serializeWorkspace({ path });
    if (contents.length > MAX_BYTES) {
      throw new InputError(
        `The files of the run are larger than ${MAX_BYTES / 1024 / 1024} MB`,
      );
    }
    await this.#knex(TABLE)
      .insert({ task_id: taskId, contents, saved_at: this.#knex.fn.now() })
      .onConflict('task_id')
      .merge();
    failpoint('scaffolder.run.3');
  }

  async rehydrateWorkspace(options: { taskId: string; targetPath: string }) {
    const { taskId, targetPath } = options;
    const [row]: { contents: Buffer }[] = await this.#knex(TABLE)
      .where({ task_id: taskId })
      .select('contents');
    // A step that was cut off may have left half a file, which it would skip.
    await rm(targetPath, { recursive: true, force: true });
    await mkdir(targetPath, { recursive: true });
    await restoreWorkspace({ path: targetPath, buffer: row?.contents });
  }

  /** Whether files are kept of a run. */
  async has(taskId: string): Promise<boolean> {
    const rows = await this.#knex(TABLE)
      .where({ task_id: taskId })
      .select('task_id');
    return rows.length > 0;
  }

  async cleanWorkspace({ taskId }: { taskId: string }) {
    await this.#knex(TABLE).where({ task_id: taskId }).delete();
  }

  /** Deletes what was kept of runs that did not complete, for a retry. */
  async deleteOlderThan(date: Date): Promise<void> {
    await this.#knex(TABLE).where('saved_at', '<', date).delete();
  }
}
