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

/** How often a task was begun since it is watched, and over how long. */
export async function readTaskRuns(
  pool: pg.Pool,
  task: { schema: string; id: string },
): Promise<{ runs: number; seconds: number }> {
  const { rows } = await pool.query(
    `SELECT count(*)::int AS runs,
       coalesce(extract(epoch FROM max(at) - min(at)), 0)::float AS seconds
     FROM ${task.schema}.task_runs WHERE id = $1`,
    [task.id],
  );
  return rows[0];
}
