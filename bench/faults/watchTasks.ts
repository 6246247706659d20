import type pg from 'pg';

const TASKS = 'backstage_backend_tasks__tasks';

/** Counts in the database itself how often a task is begun, by whomever. */
export async function watchTasks(pool: pg.Pool, schema: string): Promise<void> {
  await pool.query(`
    CREATE TABLE ${schema}.task_runs (id text, at timestamptz NOT NULL);
    CREATE FUNCTION ${schema}.note_run() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO ${schema}.task_runs VALUES (NEW.id, clock_timestamp());
        RETURN NULL;
      END $$;
    CREATE TRIGGER note_run AFTER UPDATE ON ${schema}.${TASKS} FOR EACH ROW
      WHEN (OLD.current_run_ticket IS NULL AND NEW.current_run_ticket IS NOT NULL)
      EXECUTE FUNCTION ${schema}.note_run()`);
}

/** A task of one schedule. */
export interface WatchedTask {
  schema: string;
  id: string;
  everySeconds: number;
}

/**
 * How often a task was begun since it is watched, and how often sooner than one
 * schedule does: what is begun late is begun once more at once, so that of any
 * three runs the first and the last are as far apart as the schedule has two.
 */
export async function readTaskRuns(
  pool: pg.Pool,
  task: WatchedTask,
): Promise<{ runs: number; early: number }> {
  const { rows } = await pool.query(
    `SELECT count(*)::int AS runs,
       count(*) FILTER (WHERE at < first + make_interval(secs => $2))::int AS early
     FROM (
       SELECT at, lag(at, 2) OVER (ORDER BY at) AS first
       FROM ${task.schema}.task_runs WHERE id = $1
     ) AS run`,
    [task.id, task.everySeconds],
  );
  return rows[0];
}
