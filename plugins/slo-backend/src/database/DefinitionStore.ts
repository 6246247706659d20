import { type NamedFile, toStorableJson } from '@atrium/backend-common';
import type { Knex } from 'knex';
import type { DefinedEntity } from '../services/definitions/findDefinitions';
import type { CheckedDefinition, CheckedFile } from './CheckedDefinition';
import { saveSlos } from './saveSlos';

type ReadDefinition = Pick<
  CheckedDefinition,
  'dueAt' | 'entityRef' | 'files' | 'readAt' | 'wasDueAt'
>;

/** Files that are to be read now. */
export interface DueDefinition {
  entityRef: string;
  /** Since when, as the database writes it. */
  wasDueAt: string;
  namedFiles: NamedFile[];
  files: CheckedFile[];
}

const SYNC = `
  INSERT INTO definitions
    (entity_ref, entity_title, owner_refs, system_refs, named_files, files, due_at)
  SELECT e."entityRef", e.title, e."ownerRefs", e."systemRefs", e.files, '[]', ?
  FROM jsonb_to_recordset(?) AS e ("entityRef" text, title text,
    "ownerRefs" text[], "systemRefs" text[], files jsonb)
  ON CONFLICT (entity_ref) DO UPDATE SET entity_title = excluded.entity_title,
    owner_refs = excluded.owner_refs, system_refs = excluded.system_refs,
    named_files = excluded.named_files,
    due_at = CASE WHEN definitions.named_files = excluded.named_files
      THEN definitions.due_at ELSE excluded.due_at END
  WHERE (definitions.entity_title, definitions.owner_refs,
      definitions.system_refs, definitions.named_files)
    IS DISTINCT FROM (excluded.entity_title, excluded.owner_refs,
      excluded.system_refs, excluded.named_files)`;

/** Keeps who has which definitions. */
export class DefinitionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Takes over which entities name which files. Those that are new or have
   * changed are due at once; those that are not there any more end.
   */
  async sync(entities: DefinedEntity[], now: Date): Promise<void> {
    const refs = entities.map(({ entityRef }) => entityRef);
    await this.#knex.transaction(async tx => {
      await tx.raw(SYNC, [now, toStorableJson(entities)]);
      await tx.raw('DELETE FROM definitions WHERE entity_ref <> ALL (?)', [
        refs,
      ]);
      await tx.raw(
        `UPDATE slos SET removed_at = ?
         WHERE removed_at IS NULL AND entity_ref <> ALL (?)`,
        [now, refs],
      );
    });
  }

  /** Whose files are to be read now, longest due first. */
  async listDue(now: Date, limit: number): Promise<DueDefinition[]> {
    const rows = await this.#knex('definitions')
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(limit)
      .select(
        'entity_ref',
        'named_files',
        'files',
        this.#knex.raw('due_at::text AS "wasDueAt"'),
      );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      wasDueAt: row.wasDueAt,
      namedFiles: row.named_files,
      files: row.files,
    }));
  }

  /** Takes over what the files say now. */
  async save(checked: CheckedDefinition): Promise<void> {
    await this.#knex.transaction(async tx => {
      await updateFiles(tx, checked);
      await saveSlos(tx, checked);
    });
  }

  /** Notes that files were read, and say what they said before. */
  async markRead(read: ReadDefinition): Promise<void> {
    await updateFiles(this.#knex, read);
  }

  /** Has an entity looked at again later, unless it was marked meanwhile. */
  async postpone(
    { entityRef, wasDueAt }: DueDefinition,
    dueAt: Date,
  ): Promise<void> {
    await this.#knex('definitions')
      .where({ entity_ref: entityRef })
      .where('due_at', '=', this.#knex.raw('?::timestamptz', [wasDueAt]))
      .update({ due_at: dueAt });
  }

  /**
   * Makes the files of a repository due, whose page is at an address. Those that are
   * due get another time, so that whoever is reading them sees that they are to be
   * read again, and keep their place.
   */
  async markPushed(repositoryUrl: string, now: Date): Promise<void> {
    await this.#knex.raw(
      `UPDATE definitions
       SET due_at = least(due_at - interval '1 microsecond', ?)
       WHERE EXISTS (
         SELECT FROM jsonb_to_recordset(named_files) AS f (url text)
         WHERE starts_with(lower(f.url), lower(?)))`,
      [now, `${repositoryUrl.replace(/\/+$/, '')}/`],
    );
  }

  /** The refs of the entities that name SLO files, in order. */
  async listRefs(): Promise<string[]> {
    const { rows } = await this.#knex.raw(
      'SELECT entity_ref FROM definitions ORDER BY entity_ref COLLATE "C"',
    );
    return rows.map((row: { entity_ref: string }) => row.entity_ref);
  }

  /** How many problems the files of entities have. */
  async countProblems(entityRefs: string[]): Promise<Map<string, number>> {
    const { rows } = await this.#knex.raw(
      `SELECT d.entity_ref, sum(jsonb_array_length(f.problems))::int AS problems
       FROM definitions d
       CROSS JOIN LATERAL jsonb_to_recordset(d.files) AS f (problems jsonb)
       WHERE d.entity_ref = ANY (?) GROUP BY d.entity_ref`,
      [entityRefs],
    );
    return new Map(
      rows.map((row: { entity_ref: string; problems: number }) => [
        row.entity_ref,
        row.problems,
      ]),
    );
  }

  /** What is known of the files of an entity. */
  async get(entityRef: string): Promise<CheckedFile[] | undefined> {
    const row = await this.#knex('definitions')
      .where({ entity_ref: entityRef })
      .first('files');
    return row?.files;
  }
}

async function updateFiles(knex: Knex, read: ReadDefinition): Promise<void> {
  await knex('definitions')
    .where({ entity_ref: read.entityRef })
    .update({
      files: toStorableJson(read.files),
      read_at: read.readAt,
      due_at: knex.raw(
        'CASE WHEN due_at = ?::timestamptz THEN ?::timestamptz ELSE due_at END',
        [read.wasDueAt, read.dueAt],
      ),
    });
}
