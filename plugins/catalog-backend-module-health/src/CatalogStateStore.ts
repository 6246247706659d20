import {
  cutText,
  REFUSED_ANNOTATIONS_ANNOTATION,
  selectInTurn,
} from '@atrium/backend-common';
import type {
  CatalogFailure,
  RefusedAnnotations,
  UnresolvedReference,
} from '@atrium/plugin-catalog-health-common';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  RELATION_OWNED_BY,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { Knex } from 'knex';
import {
  readUnprocessedEntity,
  type UnprocessedEntity,
} from './readUnprocessedEntity';
import { readRefusals } from './refusals';
import { resolveTarget } from './resolveTarget';

/** An entity that the catalog could not process the last time it tried. */
export interface FailedEntity extends CatalogFailure {
  id: string;
}

interface FailedRow {
  entity_id: string;
  entity_ref: string;
  errors: string;
  location_key: string | null;
  unprocessed_entity: string | null;
}

interface ReferenceRow {
  source_entity_ref: string;
  type: string;
  target_entity_ref: string;
  location: string | null;
  origin: string | null;
}

interface RefusalRow {
  source_entity_ref: string;
  annotations: string | null;
  location: string | null;
  origin: string | null;
}

/** What is wrong, as far as it is told at once. */
interface StateList<Item> {
  items: Item[];
  /** Whether there is more, of other repositories. */
  isTruncated: boolean;
}

const MAX_ROWS = 2_000;
const MAX_ROWS_PER_REPOSITORY = 500;
/** What says where an entity comes from is short; definitions are not needed. */
const MAX_ENTITY_BYTES = 100_000;
const MAX_ERRORS_BYTES = 1_000_000;
const MAX_ERRORS = 20;
const MAX_MESSAGE_LENGTH = 4_000;
const MAX_URL_LENGTH = 4_000;

/** What the catalog keeps as its errors when there are none. */
const NO_ERRORS = ['', '[]'];

/**
 * Reads from the tables of the catalog what it could not process.
 *
 * @remarks A row that is processed again, or removed, is no longer listed. So
 * what is listed is what is wrong now, however many replicas or restarts there
 * were in between.
 */
export class CatalogStateStore {
  readonly #knex: Knex;
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: { knex: Knex; integrations: ScmIntegrationRegistry }) {
    this.#knex = options.knex;
    this.#integrations = options.integrations;
  }

  async listFailed(): Promise<StateList<FailedEntity>> {
    // What the rows hold may be long, and is read of few.
    const failed = await this.#selectInTurn<{ entity_id: string }>(
      this.#knex('refresh_state')
        .select(
          'entity_id',
          'entity_ref',
          this.#knex.raw('coalesce(location_key, entity_ref) as file'),
        )
        .whereNotIn('errors', NO_ERRORS)
        // Nothing yields it any more, so it is about to be deleted.
        .whereExists(
          this.#knex('refresh_state_references').whereRaw(
            'target_entity_ref = refresh_state.entity_ref',
          ),
        ),
      ['entity_ref'],
    );
    const rows: FailedRow[] = await this.#knex('refresh_state')
      .select(
        'entity_id',
        'entity_ref',
        'location_key',
        this.#knex.raw(
          "case when octet_length(errors) <= ? then errors else '[]' end as errors",
          [MAX_ERRORS_BYTES],
        ),
        this.#knex.raw(
          'case when octet_length(unprocessed_entity) <= ? then unprocessed_entity end as unprocessed_entity',
          [MAX_ENTITY_BYTES],
        ),
      )
      .whereIn(
        'entity_id',
        failed.rows.map(row => row.entity_id),
      )
      .whereNotIn('errors', NO_ERRORS)
      .orderBy('entity_ref');
    return {
      items: rows.map(row => this.#toFailed(row)),
      isTruncated: failed.isTruncated,
    };
  }

  /** What a Location yielded when it was last processed, as its file said it. */
  async listYielded(entityRef: string): Promise<Entity[]> {
    const rows: { unprocessed_entity: string }[] = await this.#knex(
      'refresh_state_references',
    )
      .join(
        'refresh_state',
        'refresh_state.entity_ref',
        'refresh_state_references.target_entity_ref',
      )
      .where('refresh_state_references.source_entity_ref', entityRef)
      .select('unprocessed_entity');
    return rows
      .map(row => JSON.parse(row.unprocessed_entity))
      .filter(entity => !readRefusals(entity));
  }

  /**
   * What entities refer to and is not there, as far as they say it themselves.
   */
  async listUnresolved(): Promise<StateList<UnresolvedReference>> {
    const references = this.#knex('relations')
      .join('refresh_state as source', join =>
        join
          .on('source.entity_id', 'relations.originating_entity_id')
          .andOn('source.entity_ref', 'relations.source_entity_ref'),
      )
      .leftJoin(
        'refresh_state as target',
        'target.entity_ref',
        'relations.target_entity_ref',
      )
      .where(query =>
        query
          .whereNull('target.entity_id')
          .orWhereNull('target.processed_entity'),
      )
      .distinct(
        'relations.source_entity_ref',
        'relations.type',
        'relations.target_entity_ref',
        this.#annotation(ANNOTATION_LOCATION).as('location'),
        this.#annotation(ANNOTATION_ORIGIN_LOCATION).as('origin'),
        // The others are warnings only.
        this.#knex.raw('relations.type <> ? as is_minor', [RELATION_OWNED_BY]),
      );
    const { rows, isTruncated } = await this.#selectInTurn<ReferenceRow>(
      withFile(this.#knex, references),
      ['is_minor', 'source_entity_ref', 'type', 'target_entity_ref'],
    );
    return {
      items: rows.toSorted(compareReferences).map(row => ({
        entityRef: row.source_entity_ref,
        relation: row.type,
        targetRef: row.target_entity_ref,
        location: toTarget(row.location),
        origin: toTarget(row.origin),
      })),
      isTruncated,
    };
  }

  /** Annotations that were taken from entities, as they lead elsewhere. */
  async listRefused(): Promise<StateList<RefusedAnnotations>> {
    const refusals = this.#knex('refresh_state as source')
      .join('search as refusal', 'refusal.entity_id', 'source.entity_id')
      .where(
        'refusal.key',
        `metadata.annotations.${REFUSED_ANNOTATIONS_ANNOTATION}`,
      )
      .select(
        'source.entity_ref as source_entity_ref',
        'refusal.original_value as annotations',
        this.#annotation(ANNOTATION_LOCATION).as('location'),
        this.#annotation(ANNOTATION_ORIGIN_LOCATION).as('origin'),
      );
    const { rows, isTruncated } = await this.#selectInTurn<RefusalRow>(
      withFile(this.#knex, refusals),
      ['source_entity_ref'],
    );
    return {
      items: rows.map(row => ({
        entityRef: row.source_entity_ref,
        annotations: row.annotations ?? '',
        location: toTarget(row.location),
        origin: toTarget(row.origin),
      })),
      isTruncated,
    };
  }

  /** The addresses of files whose entities wait for their turn. */
  async listWaiting(): Promise<string[]> {
    const rows: FailedRow[] = await this.#knex('refresh_state')
      .select(
        'entity_ref',
        'location_key',
        this.#knex.raw(
          'case when octet_length(unprocessed_entity) <= ? then unprocessed_entity end as unprocessed_entity',
          [MAX_ENTITY_BYTES],
        ),
      )
      .where('next_update_at', '<=', this.#knex.fn.now())
      .orWhereNull('result_hash')
      .limit(MAX_ROWS);
    const urls = rows
      .map(row => this.#toPlaces(row).location)
      .filter(url => url !== undefined);
    return [...new Set(urls)];
  }

  /**
   * Whether there are entities that were never processed, as when the catalog
   * is new: what is missing may be among them.
   */
  async isBeingFilled(): Promise<boolean> {
    const row = await this.#knex('refresh_state')
      .select('entity_id')
      .whereNull('result_hash')
      .first();
    return row !== undefined;
  }

  /**
   * Has entities processed as soon as there is time: some by their ids, and
   * whatever reads one of some files.
   */
  async refresh(ids: string[], files: string[]): Promise<number> {
    return this.#knex('refresh_state')
      .update({ next_update_at: this.#knex.fn.now() })
      .whereIn('entity_id', ids)
      .orWhereIn('entity_id', query =>
        query
          .table('refresh_keys')
          .select('entity_id')
          .whereIn('key', files.flatMap(toRefreshKeys)),
      );
  }

  #selectInTurn<Row>(query: Knex.QueryBuilder, orderBy: string[]) {
    return selectInTurn<Row>(query, this.#knex, {
      file: 'file',
      orderBy,
      perRepository: MAX_ROWS_PER_REPOSITORY,
      limit: MAX_ROWS,
    });
  }

  /** An annotation of the entity that a query calls `source`. */
  #annotation(name: string): Knex.QueryBuilder {
    return this.#knex('search')
      .select('original_value')
      .where('key', `metadata.annotations.${name}`)
      .whereRaw('search.entity_id = source.entity_id')
      .limit(1);
  }

  #toFailed(row: FailedRow): FailedEntity {
    return {
      id: row.entity_id,
      entityRef: row.entity_ref,
      errors: toErrors(row.errors),
      ...this.#toPlaces(row),
    };
  }

  /**
   * Where a row comes from. A Location that the portal made stands for its
   * target: that is the file that could not be read.
   */
  #toPlaces(
    row: Pick<FailedRow, 'location_key' | 'unprocessed_entity'>,
  ): Pick<CatalogFailure, 'location' | 'origin' | 'entity'> {
    const entity = readUnprocessedEntity(row.unprocessed_entity);
    const annotations = entity?.metadata?.annotations;
    const location = toTarget(
      annotations?.[ANNOTATION_LOCATION] ?? row.location_key,
    );
    const origin = toTarget(annotations?.[ANNOTATION_ORIGIN_LOCATION]);
    const target = entity && this.#targetOf(entity, location);
    return {
      location: toTarget(target) ?? location,
      origin: origin ?? location,
      entity: entity && {
        kind: entity.kind,
        owner: entity.spec?.owner,
        statedIn: target && target !== location ? location : undefined,
      },
    };
  }

  #targetOf(entity: UnprocessedEntity, base?: string): string | undefined {
    const { target, targets } = entity.spec ?? {};
    const [only] = [target, ...(targets ?? [])].filter(
      one => one !== undefined,
    );
    return entity.kind === 'Location' && only
      ? resolveTarget(only, {
          base: { type: isUrl(base) ? 'url' : 'file', target: base ?? '' },
          integrations: this.#integrations,
        })
      : undefined;
  }
}

function compareReferences(one: ReferenceRow, other: ReferenceRow): number {
  const keyOf = (row: ReferenceRow) =>
    `${row.source_entity_ref} ${row.type} ${row.target_entity_ref}`;
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

/** Where an entity names no file, it counts as one of its own. */
function withFile(knex: Knex, query: Knex.QueryBuilder): Knex.QueryBuilder {
  return knex
    .from(query.as('one'))
    .select('one.*', knex.raw('coalesce(location, source_entity_ref) as file'));
}

/** GitHub shows a file under two addresses. */
function toRefreshKeys(url: string): string[] {
  return [`url:${url}`, `url:${url.replace('/blob/', '/tree/')}`];
}

function toErrors(json: string): CatalogFailure['errors'] {
  const parsed: unknown = JSON.parse(json);
  const list: unknown[] = Array.isArray(parsed) ? parsed : [];
  return list.slice(0, MAX_ERRORS).map(error => {
    const { name, message }: { name?: unknown; message?: unknown } =
      typeof error === 'object' && error ? error : {};
    return {
      name: cutText(String(name ?? 'Error'), 100),
      message: cutText(String(message ?? ''), MAX_MESSAGE_LENGTH),
    };
  });
}

/** The address in a reference to a location; files may name anything. */
function toTarget(ref: string | null | undefined): string | undefined {
  return ref === undefined || ref === null
    ? undefined
    : cutText(
        ref.replace(/^(url|file):/, '').replace(/\p{Cc}/gu, ''),
        MAX_URL_LENGTH,
      ).toWellFormed();
}

function isUrl(target: string | undefined): boolean {
  return target !== undefined && URL.canParse(target);
}
