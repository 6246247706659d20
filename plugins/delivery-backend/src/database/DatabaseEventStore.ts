import {
  type EnvironmentTier,
  type IngestRefusal,
  toEnvironmentTier,
} from '@atrium/plugin-delivery-common';
import type { Knex } from 'knex';
import type { EntityIndex } from '../catalog/buildEntityIndex';
import type {
  DeliveryEvent,
  DeploymentFact,
  Observation,
} from '../model/deliveryFact';
import {
  type SubjectDefinition,
  subjectDefinitions,
  type SubjectKind,
} from '../model/subjects';
import { insertDeployments, insertEnvironments } from './deploymentInserts';
import type {
  EventCount,
  EventStore,
  RefusedEvent,
  StoredEvents,
  StoreOptions,
  UnresolvedPlace,
} from './EventStore';
import { wantDora } from './doraWants';
import { type MergedSubject, upsertSubjects } from './subjectUpserts';

interface DatabaseEventStoreOptions {
  knex: Knex;
  environments: Record<string, EnvironmentTier>;
}

const KEPT_REFUSALS = 1_000;
const LISTED = 200;

/** Always in this order, so that no two transactions wait for each other. */
const KINDS: SubjectKind[] = [
  'run',
  'taskRun',
  'change',
  'artifact',
  'incident',
  'ticket',
];

/** Tables whose rows are assigned to entities by repository or service. */
const PLACED_TABLES = [
  'runs',
  'changes',
  'artifacts',
  'incidents',
  'tickets',
  'deployments',
] as const;

/** What signals call the rows of each table. */
const SUBJECT_OF_TABLE: Record<(typeof PLACED_TABLES)[number], string> = {
  runs: 'run',
  changes: 'change',
  artifacts: 'deployment',
  incidents: 'incident',
  tickets: 'ticket',
  deployments: 'deployment',
};

/** What has to be told or done after storing. */
interface Notes {
  /** Whose pages have changed, and in what. */
  changed: Map<string, Set<string>>;
  /** Whose metrics have to be computed again. */
  wanted: Set<string>;
  /** Whose commit is known now. */
  artifactIds: string[];
}

/** Keeps events in PostgreSQL. */
export class DatabaseEventStore implements EventStore {
  readonly #knex: Knex;
  readonly #environments: Record<string, EnvironmentTier>;
  readonly #knownEnvironments = new Set<string>();

  constructor(options: DatabaseEventStoreOptions) {
    this.#knex = options.knex;
    this.#environments = options.environments;
  }

  async store(
    events: DeliveryEvent[],
    options: StoreOptions,
  ): Promise<StoredEvents> {
    const { index, receivedAt, count } = options;
    const notes: Notes = {
      changed: new Map(),
      wanted: new Set(),
      artifactIds: [],
    };
    const { accepted, environments } = await this.#knex.transaction(
      async tx => {
        const added = await insertEvents(tx, events, receivedAt);
        const facts = events.flatMap(({ key, fact }) =>
          fact && added.has(key) ? [fact] : [],
        );
        const named = await this.#storeEnvironments(tx, facts);
        await storeDeployments(tx, facts, { index, notes });
        for (const kind of KINDS) {
          const observations = facts.filter(
            (fact): fact is Observation =>
              fact.type === 'observation' && fact.kind === kind,
          );
          if (observations.length > 0) {
            const definition = subjectDefinitions[kind];
            const merged = await upsertSubjects(tx, definition, {
              observations,
              index,
            });
            noteChanges(definition, merged, notes);
          }
        }
        await wantDora(tx, {
          entityRefs: notes.wanted,
          artifactIds: notes.artifactIds,
        });
        // Last, since every sender of a source waits for these few rows.
        await addCounts(tx, count(added));
        return { accepted: added, environments: named };
      },
    );
    // Not before it is committed: nobody would add them again.
    for (const name of environments) {
      this.#knownEnvironments.add(name);
    }
    return { accepted, changed: notes.changed };
  }

  async refuse(events: RefusedEvent[], at: Date): Promise<void> {
    await this.#knex('event_refusals').insert(
      events.slice(-KEPT_REFUSALS).map(({ source, id, type, reason }) => ({
        at,
        source,
        event_id: id,
        type,
        reason,
      })),
    );
    await this.#knex.raw(
      `DELETE FROM event_refusals
       WHERE id <= (SELECT max(id) FROM event_refusals) - ?`,
      [KEPT_REFUSALS],
    );
  }

  async listCounts(): Promise<EventCount[]> {
    const rows = await this.#knex('event_counts')
      .select()
      .orderBy('accepted', 'desc')
      .orderBy(['source', 'type'])
      .limit(LISTED);
    return rows.map(row => ({
      source: row.source,
      type: row.type,
      isKnown: row.is_known,
      accepted: Number(row.accepted),
      duplicates: Number(row.duplicates),
      refused: Number(row.refused),
      lastAt: row.last_at.toISOString(),
    }));
  }

  async listRefusals(): Promise<IngestRefusal[]> {
    const rows = await this.#knex('event_refusals')
      .select()
      .orderBy('id', 'desc')
      .limit(LISTED);
    return rows.map(row => ({
      at: row.at.toISOString(),
      source: row.source ?? undefined,
      id: row.event_id ?? undefined,
      type: row.type ?? undefined,
      reason: row.reason,
    }));
  }

  async listUnresolved(): Promise<UnresolvedPlace[]> {
    const { rows } = await this.#knex.raw(
      `SELECT repository, service, count(*)::int AS subjects FROM (
         ${PLACED_TABLES.map(
           table => `SELECT repository, service FROM ${table}
             WHERE entity_ref IS NULL
               AND (repository IS NOT NULL OR service IS NOT NULL)`,
         ).join(' UNION ALL ')}
       ) places
       GROUP BY repository, service ORDER BY subjects DESC, repository, service`,
    );
    return rows.map((row: Record<string, string | number | null>) => ({
      repository: row.repository ?? undefined,
      service: row.service ?? undefined,
      subjects: row.subjects,
    }));
  }

  async resolve(
    matches: { place: UnresolvedPlace; entityRef: string }[],
  ): Promise<Map<string, Set<string>>> {
    const changed = new Map<string, Set<string>>();
    if (matches.length === 0) {
      return changed;
    }
    const told = JSON.stringify(
      matches.map(({ place, entityRef }) => ({ ...place, entityRef })),
    );
    await this.#knex.transaction(async tx => {
      // A fixed handful of tables, each updated as a whole.
      for (const table of PLACED_TABLES) {
        const { rows } = await tx.raw(
          `WITH mine AS (
             SELECT one.id, told."entityRef"
             FROM jsonb_to_recordset(?::jsonb)
               AS told(repository text, service text, "entityRef" text)
             JOIN ${table} AS one ON one.entity_ref IS NULL
               AND one.repository IS NOT DISTINCT FROM told.repository
               AND one.service IS NOT DISTINCT FROM told.service
             ORDER BY one.id FOR NO KEY UPDATE OF one
           ), moved AS (
             UPDATE ${table} AS present SET entity_ref = mine."entityRef"
             FROM mine WHERE present.id = mine.id
             RETURNING present.entity_ref
           )
           SELECT DISTINCT entity_ref FROM moved`,
          [told],
        );
        for (const { entity_ref: entityRef } of rows) {
          add(changed, entityRef, SUBJECT_OF_TABLE[table]);
        }
      }
      await wantDora(tx, { entityRefs: changed.keys() });
    });
    return changed;
  }

  /**
   * Makes sure that the tier of environments can be asked for. Answers those
   * that were named for the first time.
   */
  async #storeEnvironments(
    tx: Knex,
    facts: (DeploymentFact | Observation)[],
  ): Promise<Set<string>> {
    const names = new Set(
      facts
        .flatMap(environmentsOf)
        .filter(name => !this.#knownEnvironments.has(name)),
    );
    await insertEnvironments(tx, names, name =>
      toEnvironmentTier(name, this.#environments),
    );
    return names;
  }
}

function environmentsOf(fact: DeploymentFact | Observation): string[] {
  return fact.type === 'deployment'
    ? [fact.environment]
    : [fact.state.fields.environment ?? []].flat();
}

async function storeDeployments(
  tx: Knex,
  facts: (DeploymentFact | Observation)[],
  { index, notes }: { index: EntityIndex; notes: Notes },
): Promise<void> {
  const deployments = facts.filter(
    (fact): fact is DeploymentFact => fact.type === 'deployment',
  );
  if (deployments.length === 0) {
    return;
  }
  for (const entityRef of await insertDeployments(tx, deployments, index)) {
    add(notes.changed, entityRef, 'deployment');
    notes.wanted.add(entityRef);
  }
}

async function addCounts(tx: Knex, counts: EventCount[]): Promise<void> {
  await tx.raw(
    `INSERT INTO event_counts AS present
       (source, type, is_known, accepted, duplicates, refused, last_at)
     SELECT source, type, "isKnown", accepted, duplicates, refused, "lastAt"
     FROM jsonb_to_recordset(?::jsonb) AS told(
       source text, type text, "isKnown" boolean, accepted bigint,
       duplicates bigint, refused bigint, "lastAt" timestamptz)
     ORDER BY source, type
     ON CONFLICT (source, type) DO UPDATE SET
       is_known = excluded.is_known,
       accepted = present.accepted + excluded.accepted,
       duplicates = present.duplicates + excluded.duplicates,
       refused = present.refused + excluded.refused,
       last_at = greatest(present.last_at, excluded.last_at)`,
    [JSON.stringify(counts)],
  );
}

/** Answers the keys of what was not there yet. */
async function insertEvents(
  tx: Knex,
  events: DeliveryEvent[],
  receivedAt: Date,
): Promise<Set<string>> {
  if (events.length === 0) {
    return new Set();
  }
  const told = events.map(event => {
    const { key, source, id, type, occurredAt, payload } = event;
    const columns = JSON.stringify({
      event_key: key,
      source,
      event_id: id,
      type,
      occurred_at: new Date(occurredAt),
    });
    // The payload is JSON already: it is put in as it is.
    return `${columns.slice(0, -1)},"payload":${payload}}`;
  });
  // The unique index of this month's partition decides between two senders of
  // the same event; the look before it finds what came in earlier months.
  const { rows } = await tx.raw(
    `INSERT INTO events
       (received_at, event_key, source, event_id, type, occurred_at, payload)
     SELECT ?, event_key, source, event_id, type, occurred_at, payload
     FROM jsonb_to_recordset(?::jsonb) AS told(
       event_key uuid, source text, event_id text, type text,
       occurred_at timestamptz, payload jsonb)
     WHERE NOT EXISTS (
       SELECT 1 FROM events WHERE events.event_key = told.event_key)
     ORDER BY event_key
     ON CONFLICT DO NOTHING
     RETURNING event_key`,
    [receivedAt, `[${told.join(',')}]`],
  );
  return new Set(rows.map((row: { event_key: string }) => row.event_key));
}

function noteChanges(
  definition: SubjectDefinition,
  merged: MergedSubject[],
  notes: Notes,
): void {
  for (const { id, entityRef, formerEntityRef } of merged) {
    if (definition.kind === 'artifact') {
      notes.artifactIds.push(id);
    }
    for (const ref of new Set([entityRef, formerEntityRef])) {
      if (ref && definition.signal) {
        add(notes.changed, ref, definition.signal);
      }
      if (ref && definition.countsForDora) {
        notes.wanted.add(ref);
      }
    }
  }
}

function add(map: Map<string, Set<string>>, key: string, value: string) {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}
