import { z } from 'zod';
import type { KubernetesObject } from './cluster/KubernetesObject';

/** What was ever applied for a resource, on the first object. */
const INVENTORY_ANNOTATION = 'atrium.dev/inventory';

/** Each is asked for whenever somebody looks; a definition has 20 manifests at most. */
const MAX_OBJECTS = 200;

const inventorySchema = z.array(
  z.object({
    apiVersion: z.string().min(1),
    kind: z.string().min(1),
    namespace: z.string().min(1),
    name: z.string().min(1),
  }),
);

/**
 * What the first object says was applied for its resource, as manifests without
 * content. Whoever may change the object may have written it: nothing is removed for
 * it that does not carry the mark of the resource itself.
 */
export function readInventory(
  first: KubernetesObject | undefined,
): KubernetesObject[] {
  const text = first?.metadata.annotations?.[INVENTORY_ANNOTATION];
  const { data = [] } = inventorySchema.safeParse(parseOrNothing(text));
  return data
    .slice(0, MAX_OBJECTS)
    .map(({ apiVersion, kind, namespace, name }) => ({
      apiVersion,
      kind,
      metadata: { namespace, name },
    }));
}

/** Adds to the first manifest what was applied for its resource, now and before. */
export function withInventory(
  manifest: KubernetesObject,
  applied: readonly KubernetesObject[],
): KubernetesObject {
  const inventory = applied.map(({ apiVersion, kind, metadata }) => ({
    apiVersion,
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
  }));
  return {
    ...manifest,
    metadata: {
      ...manifest.metadata,
      annotations: {
        ...manifest.metadata.annotations,
        [INVENTORY_ANNOTATION]: JSON.stringify(inventory),
      },
    },
  };
}

/** Those of the inventory that the manifests do not have, or not any more. */
export function findDropped(
  inventory: readonly KubernetesObject[],
  manifests: readonly KubernetesObject[],
): KubernetesObject[] {
  const wanted = new Set(manifests.map(keyOf));
  return inventory.filter(object => !wanted.has(keyOf(object)));
}

/** An object stays the same one when its definition names a newer version of its kind. */
function keyOf({ apiVersion, kind, metadata }: KubernetesObject): string {
  const [group, version] = apiVersion.split('/');
  return JSON.stringify([
    version ? group : '',
    kind,
    metadata.namespace,
    metadata.name,
  ]);
}

function parseOrNothing(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
