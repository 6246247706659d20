import type { Knex } from 'knex';
import type { HeldWrite } from './HeldWrite';
import { GRACE_ENDS_AT, type ResourceRow, toResource } from './resourceRows';
import { type StepRow, type StoredStep, toStep } from './StepStore';
import type { StoredResource } from './StoredResource';
import { HeldWriter } from './HeldWriter';
import type { WrittenHold } from './writeHeld';

/** A resource that a worker has taken, and all that the next step depends on. */
export interface ClaimedResource {
  resource: StoredResource;
  /** The last steps, the oldest first. */
  steps: StoredStep[];
  /** The request that the worker works for: the last one that was agreed to. */
  requestId?: string;
  /** The time in the database. */
  now: number;
}

/** More than any step depends on. */
const STEP_LIMIT = 100;

/** Of a row `r` of `resources`. */
const COLUMNS = `
  r.*,
  ARRAY(SELECT e.entity_ref FROM resource_entities e
        WHERE e.resource_id = r.id ORDER BY e.entity_ref) AS entity_refs,
  ${GRACE_ENDS_AT} AS grace_ends_at,
  (SELECT jsonb_agg(s ORDER BY s.id) FROM (
     SELECT * FROM steps WHERE resource_id = r.id
     ORDER BY id DESC LIMIT ${STEP_LIMIT}) AS s) AS steps,
  (SELECT q.id FROM requests q
   WHERE q.resource_id = r.id
     AND q.state IN ('approved', 'running', 'needs-attention')
   ORDER BY q.created_at DESC, q.id DESC LIMIT 1) AS request_id,
  clock_timestamp() AS now`;

const IS_DUE = `(r.work_due_at <= now()
  AND (r.claimed_until IS NULL OR r.claimed_until < now()))`;

/** As {@link IS_DUE} says it; who holds a resource may be silent from then on. */
const NEXT_DUE = `
  SELECT r.driver, (extract(epoch FROM
      min(greatest(r.work_due_at, r.claimed_until)) - now()) * 1000)::float
    AS due_in_ms
  FROM resources r WHERE r.work_due_at IS NOT NULL GROUP BY r.driver`;

/**
 * The first of each owner, then the second of each, the owner that was served
 * the longest ago before the others. It goes from owner to owner in the index
 * (`resources_due`) and reads no more of each than it may take, so that a queue
 * of ten thousand costs no more than one of ten.
 */
const CLAIM = `
  WITH RECURSIVE owners AS (
    (SELECT r.owner_ref FROM resources r
     WHERE r.driver = :driver AND ${IS_DUE}
     ORDER BY r.owner_ref LIMIT 1)
    UNION ALL
    SELECT (SELECT r.owner_ref FROM resources r
            WHERE r.driver = :driver AND ${IS_DUE} AND r.owner_ref > o.owner_ref
            ORDER BY r.owner_ref LIMIT 1)
    FROM owners o WHERE o.owner_ref IS NOT NULL
  ),
  picked AS (
    SELECT due.id FROM owners, LATERAL (
      SELECT r.id, r.work_due_at,
        row_number() OVER (ORDER BY r.work_due_at, r.id) AS place
      FROM resources r
      WHERE r.driver = :driver AND r.owner_ref = owners.owner_ref AND ${IS_DUE}
      ORDER BY r.work_due_at, r.id LIMIT :limit) AS due
    ORDER BY due.place,
      coalesce(array_position(CAST(:served AS text[]), owners.owner_ref), 0),
      due.work_due_at
    LIMIT :limit
  ),
  claimed AS (
    UPDATE resources r SET claimed_by = :workerId,
      claimed_until = now() + make_interval(secs => :leaseSeconds)
    WHERE r.id IN (
      SELECT r.id FROM resources r
      WHERE r.id IN (SELECT id FROM picked) AND ${IS_DUE}
      FOR UPDATE SKIP LOCKED)
    RETURNING r.*
  )
  SELECT all_picked.count AS picked_count, ${COLUMNS}
  FROM (SELECT count(*) FROM picked) AS all_picked
  LEFT JOIN claimed AS r ON true`;

const RECLAIM = `
  UPDATE resources r SET
    claimed_until = now() + make_interval(secs => :leaseSeconds)
  WHERE r.id = :id AND r.claimed_by = :workerId
  RETURNING ${COLUMNS}`;

const RENEW = `
  UPDATE resources r SET
    claimed_until = now() + make_interval(secs => :leaseSeconds)
  WHERE r.id IN (
    SELECT r.id FROM resources r
    WHERE r.id = ANY (CAST(:ids AS uuid[])) AND r.claimed_by = :workerId
    FOR UPDATE SKIP LOCKED)
  RETURNING r.id`;

type ClaimedRow = ResourceRow & {
  steps: StepRow[] | null;
  request_id: string | null;
  now: Date;
};

interface DueRow {
  driver: string;
  due_in_ms: number;
}

/** Which worker holds a resource, and until when; by the clock of the database. */
export class ClaimStore {
  readonly workerId: string;
  readonly #knex: Knex;
  readonly #leaseMs: number;
  readonly #writer: HeldWriter;
  /** Until when it holds what it holds, as far as this process can know. */
  readonly #heldUntil = new Map<string, number>();

  /**
   * @param options - the worker, and for how long it may be silent until another
   * one goes on
   */
  constructor(knex: Knex, options: { workerId: string; leaseMs: number }) {
    this.#knex = knex;
    this.workerId = options.workerId;
    this.#leaseMs = options.leaseMs;
    this.#writer = new HeldWriter(knex);
  }

  /**
   * Says that there is something to do. Who works on the resource just now is
   * overtaken by it, and looks again.
   *
   * @returns the driver of the resource; undefined where there is no such resource
   */
  async markDue(id: string): Promise<string | undefined> {
    const [row] = await this.#knex('resources')
      .where({ id })
      .update({
        work_due_at: this.#knex.fn.now(),
        version: this.#knex.raw('version + 1'),
      })
      .returning('driver');
    return row?.driver;
  }

  /**
   * Takes resources of a driver that are due and that nobody holds.
   *
   * @param options - `limit` is how many at most; `servedOwners` are owners whose
   * turn was before, the longest ago first
   * @returns them, and whether there may be more
   */
  async claim(
    driver: string,
    options: { limit: number; servedOwners: readonly string[] },
  ): Promise<{ claimed: ClaimedResource[]; hasMore: boolean }> {
    const { limit, servedOwners } = options;
    const askedAt = performance.now();
    const { rows }: { rows: (ClaimedRow & { picked_count: string })[] } =
      await this.#knex
        .raw(CLAIM, {
          ...this.#bindings,
          driver,
          limit,
          served: [...servedOwners],
        })
        // Planned once for each connection.
        .options({ name: 'provisioning-claim' });
    // One row without a resource says that nothing could be claimed.
    const claimed = rows.flatMap(row =>
      row.id === null ? [] : [this.#hold(row, askedAt)],
    );
    const pickedCount = Number(rows[0].picked_count);
    return {
      claimed,
      hasMore: pickedCount === limit || pickedCount > claimed.length,
    };
  }

  /**
   * Reads a resource anew that this worker holds, and holds it for longer.
   *
   * @returns undefined where another worker has gone on with it
   */
  async reload(id: string): Promise<ClaimedResource | undefined> {
    const askedAt = performance.now();
    const { rows }: { rows: ClaimedRow[] } = await this.#knex.raw(RECLAIM, {
      ...this.#bindings,
      id,
    });
    const [row] = rows;
    if (!row) {
      this.#heldUntil.delete(id);
      return undefined;
    }
    return this.#hold(row, askedAt);
  }

  /** Says that this worker is alive and still works on what it holds. */
  async renew(): Promise<void> {
    const ids = [...this.#heldUntil.keys()];
    if (ids.length === 0) {
      return;
    }
    const askedAt = performance.now();
    const { rows }: { rows: { id: string }[] } = await this.#knex.raw(RENEW, {
      ...this.#bindings,
      ids,
    });
    for (const { id } of rows) {
      if (this.#heldUntil.has(id)) {
        this.#heldUntil.set(id, askedAt + this.#leaseMs);
      }
    }
  }

  /**
   * Whether this worker can still be sure that nobody else has a resource: false
   * in one that was stopped for a while and wakes up.
   */
  isHeld(id: string): boolean {
    return (this.#heldUntil.get(id) ?? 0) > performance.now();
  }

  /**
   * Writes down what a worker has to say about a resource that it holds.
   *
   * @param held - the resource, as it was read or written last
   * @returns undefined where somebody else has changed or taken it, and nothing
   * was written
   */
  async write(
    held: Pick<StoredResource, 'id' | 'version'>,
    write: HeldWrite,
  ): Promise<WrittenHold | undefined> {
    const { id, version } = held;
    const written = await this.#writer.write({
      held: { id, version, workerId: this.workerId },
      write,
    });
    if (written && write.release) {
      this.#heldUntil.delete(id);
    }
    return written;
  }

  /** Lets go of a resource that anybody is to go on with. */
  async giveBack(id: string, pauseMs = 0): Promise<void> {
    this.#heldUntil.delete(id);
    await this.#knex('resources')
      .where({ id, claimed_by: this.workerId })
      .update({
        claimed_by: null,
        claimed_until: null,
        work_due_at: this.#knex.raw(
          'now() + make_interval(secs => ?::float / 1000)',
          [pauseMs],
        ),
      });
  }

  /**
   * The drivers that have something to do that nobody works on, and in how many
   * milliseconds the next one has; undefined where nothing will be due.
   */
  async readDue(): Promise<{ drivers: string[]; nextInMs?: number }> {
    const { rows }: { rows: DueRow[] } = await this.#knex.raw(NEXT_DUE);
    const isDue = ({ due_in_ms }: DueRow) => due_in_ms <= 0;
    const next = rows.map(({ due_in_ms }) => Math.max(due_in_ms, 0));
    return {
      drivers: rows.filter(isDue).map(({ driver }) => driver),
      nextInMs: next.length > 0 ? Math.min(...next) : undefined,
    };
  }

  /** How many resources are due, and for how long the first one has been. */
  async readBacklog(): Promise<{ count: number; oldestSeconds: number }> {
    const [row] = await this.#knex('resources')
      .where('work_due_at', '<=', this.#knex.fn.now())
      .select(
        this.#knex.raw(
          `count(*)::int AS count,
           coalesce(extract(epoch FROM now() - min(work_due_at)), 0)::float AS seconds`,
        ),
      );
    return { count: row.count, oldestSeconds: row.seconds };
  }

  get #bindings() {
    return { workerId: this.workerId, leaseSeconds: this.#leaseMs / 1_000 };
  }

  #hold(row: ClaimedRow, askedAt: number): ClaimedResource {
    this.#heldUntil.set(row.id, askedAt + this.#leaseMs);
    return {
      resource: toResource(row),
      steps: (row.steps ?? []).map(toStep),
      requestId: row.request_id ?? undefined,
      now: row.now.getTime(),
    };
  }
}
