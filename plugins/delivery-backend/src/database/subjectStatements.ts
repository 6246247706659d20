import {
  type SubjectDefinition,
  subjectDefinitions,
  type SubjectKind,
} from '../model/subjectDefinitions';

/** How the rows of one kind of subject are read and written. */
interface SubjectStatements {
  /** Takes an array of ids. Answers in `entity_refs` whose each of them is. */
  read: string;
  /** Takes the rows as one JSON array; answers the ids of those written. */
  write: string;
  /** Takes an array of ids; locks the rows of further entities. */
  lockOthers: string;
  /** Takes an array of ids, and one of the rows of further entities to keep. */
  deleteOthers: string;
  /** Takes the rows of further entities as one JSON array. */
  writeOthers: string;
}

/** Put together once: they are the same for every batch. */
export const subjectStatements: Record<SubjectKind, SubjectStatements> = {
  run: toStatements(subjectDefinitions.run),
  taskRun: toStatements(subjectDefinitions.taskRun),
  change: toStatements(subjectDefinitions.change),
  artifact: toStatements(subjectDefinitions.artifact),
  incident: toStatements(subjectDefinitions.incident),
  ticket: toStatements(subjectDefinitions.ticket),
};

function toStatements(definition: SubjectDefinition): SubjectStatements {
  const { table, times, fields, isShared } = definition;
  const entityRefs = isShared
    ? `CASE WHEN shared_id IS NULL THEN ARRAY[entity_ref] ELSE ARRAY(
        SELECT one.entity_ref FROM ${table} one
        WHERE one.shared_id = ${table}.id ORDER BY one.entity_ref) END`
    : 'ARRAY[entity_ref]';
  const columns = [
    ...['id', 'stamps', 'updated_at', 'revision'],
    ...Object.keys(times),
    ...Object.keys(fields),
  ];
  return {
    read: `SELECT ${columns.join(', ')}, ${entityRefs} AS entity_refs
      FROM ${table} WHERE id = ANY(?::uuid[])`,
    write: `${toWriteStatement(definition)}
      WHERE present.revision = excluded.revision - 1
      RETURNING id`,
    lockOthers: `SELECT id FROM ${table}
      WHERE shared_id = ANY(?::uuid[]) AND id <> shared_id
      ORDER BY id FOR UPDATE`,
    deleteOthers: `DELETE FROM ${table}
      WHERE shared_id = ANY(?::uuid[]) AND id <> shared_id
        AND id <> ALL(?::uuid[])`,
    writeOthers: toWriteStatement(definition),
  };
}

function toWriteStatement(definition: SubjectDefinition): string {
  const columns = {
    id: 'uuid',
    source: 'text',
    [definition.idColumn]: 'text',
    at: 'timestamptz',
    updated_at: 'timestamptz',
    stamps: 'jsonb',
    revision: 'integer',
    ...Object.fromEntries(
      Object.keys(definition.times).map(name => [name, 'timestamptz']),
    ),
    ...definition.fields,
    ...definition.derived,
    ...(definition.isShared ? { shared_id: 'uuid' } : {}),
  };
  const names = Object.keys(columns);
  const list = names.join(', ');
  const typedList = Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  const assignments = names
    .filter(name => name !== 'id')
    .map(name => `${name} = excluded.${name}`)
    .join(', ');
  // In the order of the ids, as everybody who writes several rows does: two
  // transactions that meet in other orders would wait for each other.
  return `INSERT INTO ${definition.table} AS present (${list})
    SELECT ${list} FROM jsonb_to_recordset(?::jsonb) AS input(${typedList})
    ORDER BY id
    ON CONFLICT (id) DO UPDATE SET ${assignments}`;
}
