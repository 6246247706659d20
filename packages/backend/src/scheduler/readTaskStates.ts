import type { Knex } from '../database/limitRequests';

/** As the scheduler keeps its tasks. */
export const TASKS_TABLE = 'backstage_backend_tasks__tasks';

/** How a task stands. */
export interface TaskState {
  id: string;
  /** As the scheduler has stored them. */
  settingsJson: string;
  isRunning: boolean;
  /**
   * By the clock of the database, negative once it is due; undefined where it runs
   * by hand only.
   */
  dueInMs?: number;
}

const READ = `
  SELECT id, settings_json, current_run_ticket IS NOT NULL AS is_running,
    (extract(epoch FROM next_run_start_at - now()) * 1000)::float AS due_in_ms
  FROM ${TASKS_TABLE} WHERE id = ANY(?)`;

interface TaskRow {
  id: string;
  settings_json: string;
  is_running: boolean;
  due_in_ms: number | null;
}

/** How those of the tasks stand that there are. */
export async function readTaskStates(
  knex: Knex,
  taskIds: string[],
): Promise<TaskState[]> {
  const { rows }: { rows: TaskRow[] } = await knex.raw(READ, [taskIds]);
  return rows.map(row => ({
    id: row.id,
    settingsJson: row.settings_json,
    isRunning: row.is_running,
    dueInMs: row.due_in_ms ?? undefined,
  }));
}
