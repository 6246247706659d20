import { PageCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type { ComponentUser } from '@atrium/plugin-scorecard-common';
import type { Knex } from 'knex';
import { z } from 'zod';

/** Which packages are meant. */
export interface PackageFilter {
  /** Without a version. */
  purl?: string;
  /** The whole name, or its last part. */
  name?: string;
}

/** Which users of packages to list. */
export interface ComponentFilter extends PackageFilter {
  /** Any where it is absent. */
  versions?: string[];
  entityRefs: string[];
}

/** A user of a package, before anybody asked who owns it. */
export type StoredComponent = Omit<ComponentUser, 'ownerRefs'>;

interface ComponentRow {
  entity_ref: string;
  tool: string;
  category: string;
  key: string;
  purl: string | null;
  name: string;
  version: string | null;
  dependency: string;
  since: Date;
}

const dependencySchema = z.enum(['direct', 'transitive', 'unknown']);
const componentCursor = new PageCursor(
  z.tuple([z.string(), z.string(), z.string(), z.string()]),
);
const ORDER = ['entity_ref', 'key', 'tool', 'category'];
/** More versions of one package are no answer for a person. */
const MAX_VERSIONS = 5_000;

/** Finds who uses which packages. */
export class ComponentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async list(
    filter: ComponentFilter,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<StoredComponent>> {
    const after = componentCursor.decode(cursor);
    const [rows, [{ count }]]: [ComponentRow[], { count?: unknown }[]] =
      await Promise.all([
        this.#filter(filter)
          .select('*')
          .modify(query => {
            if (after) {
              query.whereRaw(`(${ORDER.join(', ')}) > (?, ?, ?, ?)`, after);
            }
          })
          .orderBy(ORDER)
          .limit(limit + 1),
        this.#filter(filter).count({ count: '*' }),
      ]);
    const page = toPage(rows, {
      limit,
      totalItems: Number(count),
      toCursor: row =>
        componentCursor.encode([
          row.entity_ref,
          row.key,
          row.tool,
          row.category,
        ]),
    });
    return { ...page, items: page.items.map(toComponent) };
  }

  /** The versions in use, and the ecosystems that they are of. */
  async listVersions(
    filter: PackageFilter,
  ): Promise<{ version: string; type?: string }[]> {
    const rows: { version: string; type: string | null }[] =
      await this.#packages(filter)
        .distinct('version', 'type')
        .whereNotNull('version')
        .orderBy('version')
        .limit(MAX_VERSIONS);
    return rows.map(({ version, type }) => ({
      version,
      type: type ?? undefined,
    }));
  }

  #filter({ entityRefs, versions, ...filter }: ComponentFilter) {
    return this.#packages(filter)
      .whereRaw('entity_ref = ANY (?)', [entityRefs])
      .modify(query => {
        if (versions) {
          query.whereRaw('version = ANY (?)', [versions]);
        }
      });
  }

  #packages({ purl, name }: PackageFilter) {
    return this.#knex('finding_components').modify(query => {
      if (purl !== undefined) {
        query.where({ purl });
      }
      if (name !== undefined) {
        query.whereRaw(
          "(lower(name) = lower(?) OR lower(regexp_replace(name, '^.*/', '')) = lower(?))",
          [name, name],
        );
      }
    });
  }
}

function toComponent(row: ComponentRow): StoredComponent {
  return {
    entityRef: row.entity_ref,
    purl: row.purl ?? undefined,
    name: row.name,
    version: row.version ?? undefined,
    dependency: dependencySchema.catch('unknown').parse(row.dependency),
    since: row.since.toISOString(),
    tool: row.tool,
    category: row.category,
  };
}
