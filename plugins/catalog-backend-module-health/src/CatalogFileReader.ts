import type { KindRules } from '@atrium/backend-common';
import {
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  entityEnvelopeSchemaValidator,
  parseLocationRef,
  stringifyEntityRef,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import { InputError, NotAllowedError, toError } from '@backstage/errors';
import type { UrlReaderProcessor } from '@backstage/plugin-catalog-backend';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type {
  CatalogProcessorCache,
  CatalogProcessorEmit,
  CatalogProcessorParser,
  CatalogProcessorResult,
} from '@backstage/plugin-catalog-node';
import { processingResult } from '@backstage/plugin-catalog-node';
import type { CatalogStateStore } from './CatalogStateStore';
import { toRefusals } from './refusals';

interface CatalogFileReaderOptions {
  parser: CatalogProcessorParser;
  reader: Pick<UrlReaderProcessor, 'readLocation'>;
  rules: Pick<KindRules, 'isAllowed'>;
  store: Pick<CatalogStateStore, 'listYielded'>;
}

interface ReadOptions {
  /** The Location by which the file is read. */
  parent: Entity;
  isOptional: boolean;
  emit: CatalogProcessorEmit;
  cache: CatalogProcessorCache;
}

type EntityResult = Extract<CatalogProcessorResult, { type: 'entity' }>;

const isEnvelope = entityEnvelopeSchemaValidator();

/**
 * Reads the entities of a file one by one.
 *
 * @remarks The catalog takes what a file yields as a whole or not at all, so
 * that one refused document would hold back all others. Here the refused ones
 * become an entity of their own, which fails with what is wrong with them. What
 * the file yielded before stays meanwhile: the document that cannot be read may
 * be the one that states it.
 */
export class CatalogFileReader {
  readonly #options: CatalogFileReaderOptions;

  constructor(options: CatalogFileReaderOptions) {
    this.#options = options;
  }

  async read(file: LocationSpec, options: ReadOptions): Promise<void> {
    const { parent, isOptional, emit, cache } = options;
    const results: CatalogProcessorResult[] = [];
    await this.#options.reader.readLocation(
      file,
      isOptional,
      result => results.push(result),
      this.#options.parser,
      cache,
    );
    const origin = originOf(parent, file);
    const taken: EntityResult[] = [];
    const errors: Error[] = [];
    for (const result of results) {
      if (result.type === 'error') {
        errors.push(result.error);
      } else if (result.type === 'entity') {
        const error = this.#findProblem(result.entity, { file, origin });
        if (error) {
          errors.push(error);
        } else {
          taken.push(result);
        }
      }
    }
    const refusals = toRefusals(errors, { parent, file });
    if (
      errors.length === 0 ||
      taken.length === 0 ||
      this.#findProblem(refusals, { file, origin })
    ) {
      results.forEach(emit);
      return;
    }
    const refs = new Set(taken.map(({ entity }) => stringifyEntityRef(entity)));
    const kept = (
      await this.#options.store.listYielded(stringifyEntityRef(parent))
    ).filter(
      entity =>
        !refs.has(stringifyEntityRef(entity)) &&
        !this.#findProblem(entity, { file, origin }),
    );
    for (const result of results) {
      if (result.type !== 'error' && result.type !== 'entity') {
        emit(result);
      }
    }
    taken.forEach(emit);
    for (const entity of [...kept, refusals]) {
      emit(processingResult.entity(file, entity));
    }
  }

  /** Why the catalog would refuse the whole file for this entity. */
  #findProblem(
    entity: Entity,
    { file, origin }: { file: LocationSpec; origin: LocationSpec },
  ): Error | undefined {
    try {
      isEnvelope(entity);
    } catch (error) {
      return toError(error);
    }
    const { kind, metadata, spec } = entity;
    const { annotations = {} } = metadata;
    if (typeof annotations !== 'object' || Array.isArray(annotations)) {
      return new InputError('metadata.annotations must be a valid object');
    }
    const type = typeof spec?.type === 'string' ? spec.type : undefined;
    // Rules about other types of location are for the catalog itself.
    return origin.type !== 'url' ||
      this.#options.rules.isAllowed({ kind, type }, origin.target)
      ? undefined
      : new NotAllowedError(
          `Entity ${stringifyEntityRef(entity)} at ${stringifyLocationRef(
            file,
          )}, originated at ${stringifyLocationRef(
            origin,
          )}, is not of an allowed kind for that location; the rest of the file is taken`,
        );
  }
}

function originOf(parent: Entity, file: LocationSpec): LocationSpec {
  const origin = parent.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
  return origin ? parseLocationRef(origin) : file;
}
