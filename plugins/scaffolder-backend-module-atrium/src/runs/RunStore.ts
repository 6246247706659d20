import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { TaskSpec } from '@backstage/plugin-scaffolder-common';
import type { Knex } from 'knex';

/** How a run ended. */
export type RunEnd = 'completed' | 'failed' | 'cancelled';

/** A run, as far as its end is concerned. */
export interface Run {
  id: string;
  status: RunEnd | 'open' | 'processing' | 'skipped';
  createdBy: string | undefined;
  spec: TaskSpec;
  /** Somebody asked to stop it. */
  isCancelled: boolean;
  /** How often a backend went on with it after another had stopped. */
  recoveredCount: number;
  /** Seconds since the backend that runs it was last heard of. */
  silentSeconds: number;
}

/** Why a run did not end where it once stopped. */
export interface RecoveryExplanation {
  reason: typeof BACKEND_STOPPED | 'retried';
  message: string;
  taskId?: string;
}

interface RunRow {
  id: string;
  status: Run['status'];
  created_by: string | null;
  spec: string;
  cancelled_count: string;
  recovered_count: string;
  silent_seconds: number | null;
}

/** The scaffolder tells it from a retry in no other way. */
export const BACKEND_STOPPED = 'backend-stopped';

const MODULE = '@atrium/plugin-scaffolder-backend-module-atrium';
const NOTICES = 'atrium_run_notices';

/**
 * The runs in the tables of the scaffolder, which leaves those open whose
 * backend has stopped, and the notices about them.
 */
export class RunStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Makes the tables of this module beside those of the scaffolder. */
  static async migrate(knex: Knex): Promise<void> {
    await knex.migrate.latest({
      directory: resolvePackagePath(MODULE, 'migrations'),
      tableName: 'atrium_migrations',
    });
  }

  async find(id: string): Promise<Run | undefined> {
    const [run] = await this.#select(query => query.where('tasks.id', id));
    return run;
  }

  /** Runs that wait, run, or were stopped and are not called so yet. */
  listUnsettled(): Promise<Run[]> {
    return this.#select(query =>
      query
        .whereIn('status', ['open', 'processing'])
        .orWhere(ended =>
          ended
            .where('status', 'failed')
            .whereExists(
              this.#knex('task_events')
                .whereRaw('task_events.task_id = tasks.id')
                .where({ event_type: 'cancelled' }),
            ),
        ),
    );
  }

  /** Runs that ended since `since` and whose person was not told. */
  listUnnotified(since: Date): Promise<Run[]> {
    return this.#select(query =>
      query
        .whereIn('status', ['completed', 'failed', 'cancelled'])
        // One that was tried again ended long after it was made.
        .whereRaw('coalesce(last_heartbeat_at, created_at) > ?', [since])
        .whereNotNull('created_by')
        .whereNotExists(
          this.#knex(NOTICES).whereRaw('task_id = tasks.id::text'),
        ),
    );
  }

  async markNotified({ id, status }: Run): Promise<void> {
    await this.#knex(NOTICES)
      .insert({ task_id: id, status })
      .onConflict('task_id')
      .ignore();
  }

  /** Whether a step is over that a retry would not do again. */
  async hasFinishedStep(id: string): Promise<boolean> {
    const [task]: { state: string | null }[] = await this.#knex('tasks')
      .where({ id })
      .select('state');
    const steps: Record<string, { status?: string }> =
      JSON.parse(task?.state ?? '{}').state?.steps ?? {};
    return Object.values(steps).some(({ status }) => status === 'completed');
  }

  /** Has the person told again how the run ends, which somebody tries again. */
  async forgetNotice(id: string): Promise<void> {
    await this.#knex(NOTICES).where({ task_id: id }).delete();
  }

  /** What the run said at its end, if that was an error. */
  async findError(id: string): Promise<string | undefined> {
    const [event]: { body: string }[] = await this.#knex('task_events')
      .where({ task_id: id, event_type: 'completion' })
      .orderBy('id', 'desc')
      .limit(1)
      .select('body');
    const message = event && JSON.parse(event.body).error?.message;
    return typeof message === 'string' ? message : undefined;
  }

  /**
   * Ends a run whose backend has stopped, unless something happened to it
   * meanwhile.
   *
   * @param message - What the log of the run says about it
   */
  async end(
    run: Run,
    { status, message }: { status: 'failed' | 'cancelled'; message: string },
  ): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      const count = await tx('tasks')
        .where({ id: run.id, status: run.status })
        .where(query =>
          query
            .where('status', 'open')
            .orWhereRaw('last_heartbeat_at <= now() - ?::interval', [
              `${Math.floor(run.silentSeconds)} seconds`,
            ]),
        )
        .update({ status, secrets: null });
      if (count === 0) {
        return false;
      }
      const stepId = await findOpenStep(tx, run.id);
      const events = [
        ...(stepId
          ? [{ event_type: 'log', body: { message, stepId, status } }]
          : []),
        {
          event_type: 'completion',
          body: { message, error: { name: 'AbortError', message } },
        },
      ];
      for (const { event_type, body } of events) {
        await tx('task_events').insert({
          task_id: run.id,
          event_type,
          body: JSON.stringify(body),
        });
      }
      return true;
    });
  }

  /** The scaffolder calls a run failed that it stopped because it was asked to. */
  async markCancelled({ id }: Run): Promise<void> {
    await this.#knex('tasks')
      .where({ id, status: 'failed' })
      .update({ status: 'cancelled' });
  }

  /**
   * Says in the log of runs that went on why they did.
   *
   * @param taskId - Default: all
   */
  async explainRecovered({
    reason,
    message,
    taskId,
  }: RecoveryExplanation): Promise<void> {
    await this.#knex.raw(
      `INSERT INTO task_events (task_id, event_type, body)
       SELECT task_id, 'log', json_build_object(
         'message', :message::text, 'reason', :reason::text, 'resumedAfter', id
       )::text
       FROM task_events AS recovered
       WHERE event_type = 'recovered'
       AND (:taskId::text IS NULL OR task_id::text = :taskId::text)
       AND NOT EXISTS (
         SELECT 1 FROM task_events
         WHERE task_id = recovered.task_id AND event_type = 'log' AND id > recovered.id
         -- As this statement writes it. What other events say is not decoded here:
         -- Postgres refuses some of the characters that they may have.
         AND body LIKE '%"resumedAfter" : ' || recovered.id || '}'
       )`,
      { message, reason, taskId: taskId ?? null },
    );
  }

  async #select(
    narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ): Promise<Run[]> {
    const countOf = (type: string) =>
      this.#knex('task_events')
        .whereRaw('task_events.task_id = tasks.id')
        .where({ event_type: type })
        .count();
    const rows: RunRow[] = await narrow(this.#knex('tasks')).select(
      'id',
      'status',
      'created_by',
      'spec',
      countOf('cancelled').as('cancelled_count'),
      countOf('log')
        .whereLike('body', `%"reason" : "${BACKEND_STOPPED}"%`)
        .as('recovered_count'),
      this.#knex.raw(
        'extract(epoch from now() - last_heartbeat_at)::float AS silent_seconds',
      ),
    );
    return rows.map(row => ({
      id: row.id,
      status: row.status,
      createdBy: row.created_by ?? undefined,
      spec: JSON.parse(row.spec),
      isCancelled: Number(row.cancelled_count) > 0,
      recoveredCount: Number(row.recovered_count),
      silentSeconds: row.silent_seconds ?? 0,
    }));
  }
}

/** The step that had begun and not ended. */
async function findOpenStep(
  tx: Knex,
  taskId: string,
): Promise<string | undefined> {
  const events: { body: string }[] = await tx('task_events')
    .where({ task_id: taskId, event_type: 'log' })
    .orderBy('id')
    .select('body');
  const statuses = new Map<string, string>();
  for (const { body } of events) {
    const { stepId, status } = JSON.parse(body);
    if (stepId && status) {
      statuses.set(stepId, status);
    }
  }
  return [...statuses].find(([, status]) => status === 'processing')?.[0];
}
