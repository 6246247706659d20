import { toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';
import { words } from '../provisioningWords';
import type { HeldWrite } from './HeldWrite';
import { toMessageColumns } from './messageText';
import { toChangedColumns } from './resourceRows';
import type { StoredResource } from './StoredResource';
import { toTimelineText } from './TimelineStore';

/** What a write came to. */
export interface WrittenHold {
  version: number;
  /** The step that was announced, where one was. */
  step?: { id: string; timelineId: string };
  /** False where the generation has had a seed before. */
  isCredentialKept: boolean;
}

/** More than this are not written at once. */
export const MAX_HELD_WRITES = 20;

/**
 * One statement for what is written about several resources, so that it is one
 * transaction and one way to the server; of those for which the fence (`held`) does
 * not hold, no part of it finds anything to do.
 */
const CUT_SHORT = JSON.stringify([
  words.describe('provisioning.engine.cutShort'),
]);

const STATEMENT = `
  WITH written AS (
    SELECT * FROM jsonb_to_recordset(CAST(? AS jsonb)) AS w (
      id uuid, version bigint, worker uuid, request uuid,
      columns jsonb, is_moved boolean, is_versioned boolean,
      is_released boolean, due_in_ms float,
      ended_id bigint, ended_outcome text, ended_message text,
      ended_messages jsonb, ended_detail jsonb,
      entries jsonb, requests jsonb, credentials jsonb, seeds_before bigint,
      intents jsonb)
    LIMIT ${MAX_HELD_WRITES}
  ),
  held AS (
    UPDATE resources AS r SET
      (state, state_reason, state_reason_message, observed, observed_at, has_drift,
       evidence, evidence_message, proof, lease_ends_at) = (
        SELECT n.state, n.state_reason, n.state_reason_message, n.observed,
          n.observed_at, n.has_drift, n.evidence, n.evidence_message, n.proof,
          n.lease_ends_at
        FROM jsonb_populate_record(r, w.columns) AS n),
      state_since = CASE WHEN w.is_moved THEN now() ELSE r.state_since END,
      version = CASE WHEN w.is_versioned THEN r.version + 1 ELSE r.version END,
      updated_at = CASE WHEN w.is_versioned THEN now() ELSE r.updated_at END,
      claimed_by = CASE WHEN w.is_released THEN NULL ELSE r.claimed_by END,
      claimed_until = CASE WHEN w.is_released THEN NULL ELSE r.claimed_until END,
      work_due_at = CASE WHEN w.is_released
        THEN now() + make_interval(secs => w.due_in_ms / 1000)
        ELSE r.work_due_at END
    FROM written AS w
    WHERE r.id = w.id AND r.version = w.version AND r.claimed_by = w.worker
    RETURNING r.id, r.version
  ),
  ended AS (
    UPDATE steps AS s SET
      outcome = CASE WHEN s.id = w.ended_id THEN w.ended_outcome ELSE 'unknown' END,
      message = CASE WHEN s.id = w.ended_id THEN w.ended_message
        ELSE 'It was cut short: its worker is gone' END,
      messages = CASE WHEN s.id = w.ended_id THEN w.ended_messages
        ELSE CAST('${CUT_SHORT}' AS jsonb) END,
      finished_at = clock_timestamp()
    FROM held, written AS w
    WHERE w.id = held.id AND s.resource_id = held.id AND s.outcome = 'running'
    RETURNING s.timeline_id, s.outcome, s.message,
      CASE WHEN s.id = w.ended_id THEN w.ended_detail ELSE s.messages END AS detail
  ),
  shown AS (
    UPDATE timeline AS t SET
      status = CASE ended.outcome WHEN 'refused' THEN 'failed' ELSE ended.outcome END,
      detail = coalesce(ended.message, t.detail),
      messages = CASE
        WHEN ended.message IS NULL THEN t.messages
        WHEN ended.detail IS NULL THEN t.messages - 'detail'
        ELSE coalesce(t.messages, '{}') || jsonb_build_object('detail', ended.detail)
      END
    FROM ended
    WHERE t.id = ended.timeline_id
  ),
  added AS (
    INSERT INTO timeline (resource_id, request_id, kind, title, detail, messages,
      status, from_state, to_state)
    SELECT held.id, w.request, e.kind, e.title, e.detail, e.messages, e.status,
      e."from", e."to"
    FROM held JOIN written AS w ON w.id = held.id, ROWS FROM (
      jsonb_to_recordset(w.entries) AS (kind text, title text, detail text,
        messages jsonb, status text, "from" text, "to" text)) WITH ORDINALITY AS e
    ORDER BY held.id, e.ordinality
    RETURNING id, resource_id, kind
  ),
  intended AS (
    INSERT INTO steps (resource_id, request_id, timeline_id, action,
      resource_version, idempotency_key, attempt)
    SELECT held.id, w.request, added.id, i.action, held.version,
      i."idempotencyKey", i.attempt
    FROM held JOIN written AS w ON w.id = held.id
      JOIN added ON added.resource_id = held.id AND added.kind = 'step',
      jsonb_to_recordset(w.intents) AS i (
        action text, "idempotencyKey" uuid, attempt integer)
    RETURNING id, resource_id, timeline_id
  ),
  moved AS (
    UPDATE requests AS q SET
      state = m."to", state_reason = m.reason,
      state_reason_message = m.reason_message, updated_at = now()
    FROM held JOIN written AS w ON w.id = held.id,
      jsonb_to_recordset(w.requests) AS m (
        "to" text, reason text, reason_message jsonb, "isDeletion" boolean)
    WHERE q.resource_id = held.id
      AND (q.state IN ('approved', 'running', 'needs-attention')
        -- Asked for just before it was gone.
        OR (m."to" = 'cancelled' AND q.state = 'awaiting-approval'))
      AND q.state <> m."to"
      AND (m."isDeletion" IS NULL OR m."isDeletion" = (q.kind = 'delete'))
  ),
  forgotten AS (
    UPDATE credentials AS c SET seed_jwe = NULL, key_id = NULL
    FROM held JOIN written AS w ON w.id = held.id
    WHERE c.resource_id = held.id AND c.generation < w.seeds_before
      AND c.seed_jwe IS NOT NULL
  ),
  kept AS (
    INSERT INTO credentials AS c (resource_id, generation, seed_jwe, key_id,
      store, reference, outputs)
    SELECT held.id, n.generation, n."seedJwe", n."keyId", n.store, n.reference,
      n.outputs
    FROM held JOIN written AS w ON w.id = held.id,
      jsonb_to_recordset(w.credentials) AS n (
        generation integer, "seedJwe" text, "keyId" text, store text,
        reference text, outputs text[])
    ON CONFLICT (resource_id, generation) DO UPDATE SET
      store = excluded.store, reference = excluded.reference,
      outputs = excluded.outputs
    WHERE excluded.reference IS NOT NULL
    RETURNING c.resource_id
  )
  SELECT held.id, held.version, intended.id AS step_id, intended.timeline_id,
    EXISTS (SELECT FROM kept WHERE kept.resource_id = held.id) AS is_credential_kept
  FROM held LEFT JOIN intended ON intended.resource_id = held.id`;

interface WrittenRow {
  id: string;
  version: string;
  step_id: string | null;
  timeline_id: string;
  is_credential_kept: boolean;
}

/** What a worker has to say about a resource that it holds. */
export interface HeldDocument {
  /** As it was read or written last. */
  held: Pick<StoredResource, 'id' | 'version'> & { workerId: string };
  write: HeldWrite;
}

/**
 * Writes everything down that workers have to say about resources that they hold.
 *
 * @param documents - of different resources, {@link MAX_HELD_WRITES} at most
 * @returns by the ids of the resources; without those that somebody else has changed,
 * or holds by now: about these nothing was written
 */
export async function writeHeld(
  knex: Knex,
  documents: readonly HeldDocument[],
): Promise<Map<string, WrittenHold>> {
  const { rows }: { rows: WrittenRow[] } = await knex
    // Providers say what they like, and are not asked to say it again.
    .raw(STATEMENT, [toStorableJson(documents.map(toJson))])
    // Planned once for each connection.
    .options({ name: 'provisioning-write-held' });
  return new Map(
    rows.map(row => [
      row.id,
      {
        version: Number(row.version),
        step:
          row.step_id === null
            ? undefined
            : { id: row.step_id, timelineId: row.timeline_id },
        isCredentialKept: row.is_credential_kept,
      },
    ]),
  );
}

function toJson({ held, write }: HeldDocument) {
  const { ended, move, changes = {}, intent, release } = write;
  const reason = move ? move.reason ?? null : release?.reason;
  return {
    id: held.id,
    version: held.version,
    worker: held.workerId,
    request: write.requestId,
    columns: {
      ...toChangedColumns(changes),
      ...(move && { state: move.to }),
      ...toMessageColumns('state_reason', reason),
    },
    is_moved: Boolean(move),
    // Looking and waiting change nothing that anybody else could overtake.
    is_versioned: Boolean(move ?? intent),
    is_released: Boolean(release),
    due_in_ms: release?.inMs,
    ended_id: ended?.stepId,
    ended_outcome: ended?.outcome,
    ended_message: ended?.message,
    ended_messages: ended?.messages,
    // Lines stay lines on the time line.
    ended_detail: ended?.messages?.flatMap((line, index) =>
      index === 0 ? [line] : ['\n', line],
    ),
    entries: [
      ...(write.entries ?? []),
      ...(intent
        ? [{ kind: 'step', title: intent.title, status: 'running' }]
        : []),
    ].map(entry => ({ ...entry, ...toTimelineText(entry) })),
    requests: (write.requests ?? []).map(({ reason: why, ...request }) => ({
      ...request,
      ...toMessageColumns('reason', why),
    })),
    credentials: write.credential ? [write.credential] : [],
    seeds_before: write.forgetSeedsBefore,
    intents: intent ? [intent] : [],
  };
}
