import { createHash } from 'node:crypto';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import { z } from 'zod';

const FIELD = 'refusedDocuments';
const OWN_NAME = /^refused-[0-9a-f]{40}$/;

const refusalsSchema = z.object({
  kind: z.literal('Location'),
  spec: z.object({
    [FIELD]: z.array(z.object({ name: z.string(), message: z.string() })),
  }),
});

/**
 * The entity that stands for the refused documents of a file: a Location of
 * that file that fails, so that it is listed and read again like one.
 */
export function toRefusals(
  errors: Error[],
  { parent, file }: { parent: Entity; file: LocationSpec },
): Entity {
  const hash = createHash('sha1')
    .update(`${stringifyEntityRef(parent)} ${file.type}:${file.target}`)
    .digest('hex');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Location',
    metadata: { name: `refused-${hash}`, namespace: parent.metadata.namespace },
    spec: {
      type: file.type,
      target: file.target,
      [FIELD]: errors.map(({ name, message }) => ({ name, message })),
    },
  };
}

/** What was refused, where an entity stands for that. */
export function readRefusals(entity: Entity): Error[] | undefined {
  return refusalsSchema
    .safeParse(entity)
    .data?.spec[FIELD].map(({ name, message }) =>
      Object.assign(new Error(message), { name }),
    );
}

/** Drops refusals that a file states itself: they would stand for its own. */
export function dropStatedRefusals(
  entity: Entity,
  location: LocationSpec,
): Entity {
  const { metadata, spec = {} } = entity;
  if (
    !(FIELD in spec) ||
    (OWN_NAME.test(metadata.name) &&
      spec.type === location.type &&
      spec.target === location.target)
  ) {
    return entity;
  }
  const { [FIELD]: _, ...rest } = spec;
  return { ...entity, spec: rest };
}
