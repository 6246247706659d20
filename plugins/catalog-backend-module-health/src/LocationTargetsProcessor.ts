import { createHash } from 'node:crypto';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { processingResult } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { CatalogFileReader } from './CatalogFileReader';
import { dropStatedRefusals, readRefusals } from './refusals';
import { resolveTarget } from './resolveTarget';

/** Where the targets are between the first and the last step of processing. */
const ASIDE = 'separateTargets';

const targetsSchema = z.object({
  target: z.string().optional(),
  targets: z.array(z.string()).optional(),
});

const locationSchema = z.object({
  kind: z.literal('Location'),
  spec: targetsSchema.extend({
    type: z.string().optional(),
    presence: z.enum(['required', 'optional']).optional(),
    [ASIDE]: targetsSchema.optional(),
  }),
});

type PostProcessing = Parameters<
  NonNullable<CatalogProcessor['postProcessEntity']>
>;

/**
 * Makes a Location of its own out of each target of a Location, and reads the
 * documents of the file of a single one apart.
 *
 * @remarks The catalog takes what a Location yields as a whole or not at all, so
 * that one bad target would drop all others. Apart, each is read, refused and
 * refreshed alone, and what a bad one yielded before stays.
 */
export class LocationTargetsProcessor implements CatalogProcessor {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #files: CatalogFileReader;

  constructor(options: {
    integrations: ScmIntegrationRegistry;
    files: CatalogFileReader;
  }) {
    this.#integrations = options.integrations;
    this.#files = options.files;
  }

  getProcessorName(): string {
    return 'LocationTargetsProcessor';
  }

  async preProcessEntity(
    stated: Entity,
    location: LocationSpec,
  ): Promise<Entity> {
    const { data } = locationSchema.safeParse(stated);
    if (!data) {
      return stated;
    }
    const entity = dropStatedRefusals(stated, location);
    const targets = toTargets(data.spec);
    const { type = location.type } = data.spec;
    const isSeparate =
      targets.length > 1 || (targets.length === 1 && type === 'url');
    // Other types are refused, which is for the catalog itself to say.
    const isAllowed = [undefined, 'url', location.type].includes(
      data.spec.type,
    );
    // What a file writes there itself is none of its business.
    return isSeparate && isAllowed
      ? {
          ...entity,
          spec: {
            ...omit(entity.spec, ['target', 'targets']),
            [ASIDE]: targetsSchema.parse(data.spec),
          },
        }
      : { ...entity, spec: omit(entity.spec, [ASIDE]) };
  }

  async postProcessEntity(
    ...[entity, location, emit, cache]: PostProcessing
  ): Promise<Entity> {
    const { data } = locationSchema.safeParse(entity);
    if (!data) {
      return entity;
    }
    const refusals = readRefusals(entity);
    for (const error of refusals ?? []) {
      emit({ type: 'error', location, error });
    }
    const { type = location.type, presence, [ASIDE]: apart } = data.spec;
    const targets = toTargets(apart ?? data.spec).map(target =>
      type === location.type ? this.#resolve(target, location) : target,
    );
    const [file] = targets;
    const isOneFile = apart !== undefined && targets.length === 1;
    if (isOneFile && !refusals) {
      await this.#files.read(
        { type, target: file },
        { parent: entity, isOptional: presence === 'optional', emit, cache },
      );
    }
    for (const target of targets) {
      // An optional target that is not there yet is read once it is pushed.
      emit(processingResult.refresh(`${type}:${target}`));
      if (apart && !isOneFile) {
        emit(
          processingResult.entity(
            location,
            toLocation(entity, { type, target, presence }),
          ),
        );
      }
    }
    return apart
      ? {
          ...entity,
          spec: { ...omit(entity.spec, [ASIDE]), ...apart },
        }
      : entity;
  }

  #resolve(target: string, base: LocationSpec): string {
    return resolveTarget(target, { base, integrations: this.#integrations });
  }
}

function toTargets({
  target,
  targets = [],
}: {
  target?: string;
  targets?: string[];
}): string[] {
  return [...(target === undefined ? [] : [target]), ...targets];
}

/**
 * Named after both, so that it is never taken for the Location by which a
 * repository is discovered.
 */
function toLocation(parent: Entity, spec: LocationSpec): Entity {
  const hash = createHash('sha1')
    .update(`${stringifyEntityRef(parent)} ${spec.type}:${spec.target}`)
    .digest('hex');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: { name: `target-${hash}`, namespace: parent.metadata.namespace },
    spec: { ...spec },
  };
}

function omit(spec: JsonObject | undefined, names: string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(spec ?? {}).filter(([name]) => !names.includes(name)),
  );
}
