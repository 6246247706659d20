import {
  type DeliverySubject,
  type EnvironmentTier,
  type IngestRefusal,
  toEnvironmentTier,
} from '@atrium/plugin-delivery-common';
import type { Knex } from 'knex';
import type {
  DeliveryEvent,
  DeploymentFact,
  Observation,
} from '../model/DeliveryEvent';
import {
  type SubjectDefinition,
  subjectDefinitions,
  type SubjectKind,
} from '../model/subjectDefinitions';
import type { EntityIndex } from '../services/catalog/buildEntityIndex';
import { insertDeployments, insertEnvironments } from './insertDeployments';
import { markDoraStale } from './markDoraStale';
import { markMainBranches } from './markMainBranches';
import { affectsStanding, updateStandings } from './updateStandings';
import { type MergedSubject, upsertSubjects } from './upsertSubjects';

/** What storing a batch of events did. */
export interface StoredEvents {
  /** The keys of the events that were not there before. */
  accepted: Set<string>;
  /** Whose pages have changed, and in what. */
  changed: Map<string, Set<DeliverySubject>>;
}

/** How events are stored. */
export interface StoreOptions {
  index: EntityIndex;
  receivedAt: Date;
  /** What to add to the counts, once it is known what is new. */
  count(accepted: ReadonlySet<string>): EventCount[];
}

/** An event that was refused, as far as it could be read. */
export interface RefusedEvent {
  source?: string;
  id?: string;
  type?: string;
  reason: string;
}

/** What has come in from one source of one type. */
export interface EventCount {
  source: string;
  type: string;
  isKnown: boolean;
  accepted: number;
  duplicates: number;
  refused: number;
  lastAt: string;
}

interface EventStoreOptions {
  knex: Knex;
  environments: Record<string, EnvironmentTier>;
  /** Branches whose runs decide how a component stands. */
  mainBranches: string[];
  /** Whether ends of runs there are noted, for those who tell owners. */
  notifiesOfMainBranch: boolean;
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

/** What follows from the events that were stored. */
interface Notes {
  /** Whose pages have changed, and in what. */
  changed: Map<string, Set<DeliverySubject>>;
  /** Whose metrics have to be computed again. */
  staleRefs: Set<string>;
  /** Whose commit is known now. */
  artifactIds: string[];
}

/** Keeps events, and the state that follows from them. */
export class EventStore {
  readonly #knex: Knex;
  readonly #options: EventStoreOptions;
  readonly #knownEnvironments = new Set<string>();

  constructor(options: EventStoreOptions) {
    this.#knex = options.knex;
    this.#options = options;
  }

  /**
   * Stores what is new, merges it into the state and counts it, all or nothing.
   * The keys of the events differ from each other.
   */
  async store(
    events: DeliveryEvent[],
    options: StoreOptions,
  ): Promise<StoredEvents> {
    const { index, receivedAt, count } = options;
    const { mainBranches, notifiesOfMainBranch } = this.#options;
    const notes: Notes = {
      changed: new Map(),
      staleRefs: new Set(),
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
            if (kind === 'run' && notifiesOfMainBranch) {
              await markMainBranches(tx, merged, { mainBranches, receivedAt });
            }
          }
        }
        await markDoraStale(tx, {
          entityRefs: notes.staleRefs,
          artifactIds: notes.artifactIds,
        });
        await storeStandings(tx, notes.changed, { index, mainBranches });
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

  /** Whether the incident of a key is known, and open. */
  async hasOpenIncident(id: string): Promise<boolean> {
    const row = await this.#knex('incidents')
      .where({ id, state: 'open' })
      .first('id');
    return row !== undefined;
  }

  /** Remembers refusals; old ones are forgotten. */
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

  /**
   * Makes sure that the tier of environments can be read. Answers those that
   * were named for the first time.
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
      toEnvironmentTier(name, this.#options.environments),
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
    notes.staleRefs.add(entityRef);
  }
}

/** How the components stand now; new ones are there if the catalog has them. */
async function storeStandings(
  tx: Knex,
  changed: Notes['changed'],
  options: { index: EntityIndex; mainBranches: string[] },
): Promise<void> {
  const { index, mainBranches } = options;
  const entityRefs = [...changed]
    .filter(([, subjects]) => affectsStanding(subjects))
    .map(([ref]) => ref);
  const known = entityRefs.filter(ref => index.lifecycles.has(ref));
  if (known.length > 0) {
    await tx.raw(
      `INSERT INTO components (entity_ref, lifecycle)
       SELECT * FROM jsonb_to_recordset(?::jsonb)
         AS one(entity_ref text, lifecycle text)
       ORDER BY entity_ref ON CONFLICT (entity_ref) DO NOTHING`,
      [
        JSON.stringify(
          known.map(ref => ({
            entity_ref: ref,
            lifecycle: index.lifecycles.get(ref),
          })),
        ),
      ],
    );
  }
  await updateStandings(tx, { entityRefs, mainBranches });
}

async function addCounts(tx: Knex, counts: EventCount[]): Promise<void> {
  await tx.raw(
    `INSERT INTO event_counts AS present
       (source, type, is_known, accepted, duplicates, refused, last_at)
     SELECT source, type, "isKnown", accepted, duplicates, refused, "lastAt"
     FROM jsonb_to_recordset(?::jsonb) AS input(
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
  const input = events.map(event => {
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
     FROM jsonb_to_recordset(?::jsonb) AS input(
       event_key uuid, source text, event_id text, type text,
       occurred_at timestamptz, payload jsonb)
     WHERE NOT EXISTS (
       SELECT 1 FROM events WHERE events.event_key = input.event_key)
     ORDER BY event_key
     ON CONFLICT DO NOTHING
     RETURNING event_key`,
    [receivedAt, `[${input.join(',')}]`],
  );
  return new Set(rows.map((row: { event_key: string }) => row.event_key));
}

function noteChanges(
  definition: SubjectDefinition,
  merged: MergedSubject[],
  notes: Notes,
): void {
  for (const { id, entityRefs, formerEntityRefs } of merged) {
    if (definition.kind === 'artifact') {
      notes.artifactIds.push(id);
    }
    for (const ref of new Set([...entityRefs, ...formerEntityRefs])) {
      if (definition.signal) {
        add(notes.changed, ref, definition.signal);
      }
      if (definition.countsForDora) {
        notes.staleRefs.add(ref);
      }
    }
  }
}

function add(
  changed: Map<string, Set<DeliverySubject>>,
  ref: string,
  subject: DeliverySubject,
) {
  changed.set(ref, (changed.get(ref) ?? new Set()).add(subject));
}
