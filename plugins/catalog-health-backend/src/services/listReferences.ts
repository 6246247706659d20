import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  aiResourceEntityModel,
  type CatalogModelKind,
  compileCatalogModel,
  defaultCatalogEntityModel,
  mcpServerApiEntityModel,
} from '@backstage/catalog-model/alpha';
import { z } from 'zod';

/** What an entity says that it has to do with. */
export interface StatedReference {
  relation: string;
  targetRef: string;
}

const model = compileCatalogModel([
  defaultCatalogEntityModel,
  aiResourceEntityModel,
  mcpServerApiEntityModel,
]);

const valueSchema = z
  .union([z.string().transform(ref => [ref]), z.array(z.string())])
  .catch([]);

const objectSchema = z.record(z.string(), z.unknown()).catch({});

/** The references in the fields of an entity, by the model of the catalog. */
export function listReferences(entity: Entity): StatedReference[] {
  const namespace = entity.metadata.namespace ?? 'default';
  return (findKind(entity)?.relationFields ?? []).flatMap(field =>
    valueSchema.parse(valueAt(entity, field.path)).flatMap(value => {
      const targetRef = toRef(value, {
        defaultKind: field.defaultKind,
        defaultNamespace:
          field.defaultNamespace === 'default' ? 'default' : namespace,
      });
      return targetRef ? [{ relation: field.relation, targetRef }] : [];
    }),
  );
}

/** What stands at a path such as `spec.owner`. */
function valueAt(entity: Entity, path: string): unknown {
  let value: unknown = entity;
  for (const name of path.split('.')) {
    value = objectSchema.parse(value)[name];
  }
  return value;
}

function findKind(entity: Entity): CatalogModelKind | undefined {
  try {
    return model.getKind(entity);
  } catch {
    // The kind is known, but not this apiVersion, which is told elsewhere.
    return undefined;
  }
}

function toRef(
  value: string,
  context: { defaultKind?: string; defaultNamespace: string },
): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(value, context));
  } catch {
    // Told by the validation of the entity itself.
    return undefined;
  }
}
