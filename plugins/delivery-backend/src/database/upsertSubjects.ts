import type { Knex } from 'knex';
import type { Observation } from '../model/DeliveryEvent';
import { digestToUuid } from '../model/digestToUuid';
import {
  mergeSubjectStates,
  type SubjectState,
} from '../model/mergeSubjectStates';
import type { SubjectDefinition } from '../model/subjectDefinitions';
import type { EntityIndex } from '../services/catalog/buildEntityIndex';
import { subjectStatements } from './subjectStatements';

/** A subject as the merge left it. */
export interface MergedSubject {
  id: string;
  source: string;
  subjectId: string;
  state: SubjectState;
  /** Several where components share it; each has a row then. */
  entityRefs: string[];
  formerEntityRefs: string[];
  /** How many times the row has been written; 0 is a new one. */
  revision: number;
}

type Row = Record<string, unknown>;

const MAX_ATTEMPTS = 5;

/**
 * Merges what events say into the rows of one kind of subject: one read and
 * one write, however many there are.
 *
 * @remarks A row that somebody else wrote in between is not overwritten: it is
 * read and merged once more.
 */
export async function upsertSubjects(
  tx: Knex,
  definition: SubjectDefinition,
  options: { observations: Observation[]; index: EntityIndex },
): Promise<MergedSubject[]> {
  const done: MergedSubject[] = [];
  let pending = foldObservations(definition, options.observations);
  for (let attempt = 0; pending.size > 0; attempt++) {
    if (attempt === MAX_ATTEMPTS) {
      throw new Error(
        `Rows of '${definition.table}' were changed by others ${MAX_ATTEMPTS} times in a row`,
      );
    }
    const merged = await mergeWithStored(tx, definition, pending);
    for (const subject of merged) {
      subject.entityRefs = findEntities(definition, subject, options.index);
    }
    const written = await write(tx, definition, merged);
    done.push(...merged.filter(subject => written.has(subject.id)));
    pending = new Map([...pending].filter(([id]) => !written.has(id)));
  }
  await writeOthers(tx, definition, done);
  return done;
}

function foldObservations(
  definition: SubjectDefinition,
  observations: Observation[],
): Map<string, Observation> {
  const folded = new Map<string, Observation>();
  for (const observation of observations) {
    const present = folded.get(observation.id);
    folded.set(observation.id, {
      ...observation,
      state: present
        ? mergeSubjectStates(definition.times, present.state, observation.state)
        : observation.state,
    });
  }
  return folded;
}

async function mergeWithStored(
  tx: Knex,
  definition: SubjectDefinition,
  pending: Map<string, Observation>,
): Promise<MergedSubject[]> {
  const { rows } = await tx.raw(subjectStatements[definition.kind].read, [
    [...pending.keys()],
  ]);
  const stored = new Map<string, Row>(
    rows.map((row: Row) => [String(row.id), row]),
  );
  return [...pending.values()].map(({ id, source, subjectId, state }) => {
    const row = stored.get(id);
    const formerEntityRefs = toTexts(row?.entity_refs);
    return {
      id,
      source,
      subjectId,
      state: row
        ? mergeSubjectStates(
            definition.times,
            readState(definition, row),
            state,
          )
        : state,
      entityRefs: formerEntityRefs,
      formerEntityRefs,
      revision: row ? Number(row.revision) : 0,
    };
  });
}

function readState(definition: SubjectDefinition, row: Row): SubjectState {
  const state: SubjectState = {
    times: {},
    fields: {},
    stamps: {},
    updatedAt: toMs(row.updated_at),
  };
  for (const name of Object.keys(definition.times)) {
    if (row[name]) {
      state.times[name] = toMs(row[name]);
    }
  }
  // A column without a stamp comes from no event: the entity that was looked
  // up, or the default of a column that must have a value.
  for (const [name, stamp] of Object.entries(row.stamps as object)) {
    state.fields[name] = row[name] as string | string[];
    state.stamps[name] = stamp;
  }
  return state;
}

/** What an event says goes first, then what the catalog says now. */
function findEntities(
  { isShared }: SubjectDefinition,
  { state: { fields }, formerEntityRefs }: MergedSubject,
  index: EntityIndex,
): string[] {
  const stated = toText(fields.entity_ref);
  if (stated) {
    return [stated];
  }
  const place = {
    repository: toText(fields.repository),
    service: toText(fields.service),
  };
  const found = isShared
    ? index.findAll({
        ...place,
        paths: fields.paths ? toTexts(fields.paths) : undefined,
        pipeline: toText(fields.pipeline),
      })
    : [index.find(place).entityRef ?? []].flat();
  return found.length > 0 ? found : formerEntityRefs;
}

/** Answers the ids of the subjects that nobody else wrote since they were read. */
async function write(
  tx: Knex,
  definition: SubjectDefinition,
  merged: MergedSubject[],
): Promise<Set<string>> {
  const { rows } = await tx.raw(subjectStatements[definition.kind].write, [
    JSON.stringify(merged.map(subject => toRow(definition, subject))),
  ]);
  return new Set(rows.map(({ id }: { id: string }) => id));
}

/**
 * Brings the rows of further entities in line with the ones that events are
 * merged into.
 *
 * @remarks Whoever has written those holds their locks, so nobody else does this.
 * All of those are locked before any of these, here and by the rollup.
 */
async function writeOthers(
  tx: Knex,
  definition: SubjectDefinition,
  merged: MergedSubject[],
): Promise<void> {
  const shared = merged.filter(
    ({ entityRefs, formerEntityRefs }) =>
      entityRefs.length > 1 || formerEntityRefs.length > 1,
  );
  if (shared.length === 0) {
    return;
  }
  const statements = subjectStatements[definition.kind];
  const ids = shared.map(({ id }) => id);
  const others = shared.flatMap(subject => toOtherRows(definition, subject));
  await tx.raw(statements.lockOthers, [ids]);
  await tx.raw(statements.deleteOthers, [ids, others.map(({ id }) => id)]);
  if (others.length > 0) {
    await tx.raw(statements.writeOthers, [JSON.stringify(others)]);
  }
}

/** A row for each further entity. */
function toOtherRows(
  definition: SubjectDefinition,
  subject: MergedSubject,
): (Row & { id: string })[] {
  const row = toRow(definition, subject);
  return subject.entityRefs.slice(1).map(entityRef => ({
    ...row,
    id: digestToUuid(subject.id, entityRef),
    entity_ref: entityRef,
  }));
}

function toRow(definition: SubjectDefinition, subject: MergedSubject): Row {
  const { state } = subject;
  const { at, columns } = definition.derive(state);
  const times = Object.entries(state.times).map(([name, time]) => [
    name,
    new Date(time),
  ]);
  return {
    ...definition.defaults,
    ...state.fields,
    ...Object.fromEntries(times),
    ...columns,
    id: subject.id,
    source: subject.source,
    [definition.idColumn]: subject.subjectId,
    entity_ref: subject.entityRefs.at(0),
    shared_id: subject.entityRefs.length > 1 ? subject.id : undefined,
    at: new Date(at),
    updated_at: new Date(state.updatedAt),
    stamps: state.stamps,
    revision: subject.revision + 1,
  };
}

function toMs(value: unknown): number {
  return new Date(value as Date).getTime();
}

function toTexts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter(item => typeof item === 'string')
    : [];
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
