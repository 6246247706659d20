import { isRecord } from '@atrium/common';
import { editYaml, readYamlValues } from '@atrium/common/yaml';
import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';

/** Which annotation, of which entity of a file. */
export interface EntityAnnotation {
  entity: Pick<Entity, 'kind' | 'metadata'>;
  annotation: string;
}

/** What an annotation says in the text of a `catalog-info.yaml`. */
export interface ReadAnnotation {
  /** Absent where the entity has no such annotation. */
  value?: string;
}

/** @returns nothing where the file does not have the entity. */
export function readAnnotation(
  text: string,
  { entity, annotation }: EntityAnnotation,
): ReadAnnotation | undefined {
  const found = findEntity(text, entity);
  const value = found?.annotations[annotation];
  return (
    found &&
    (value === undefined || value === null ? {} : { value: String(value) })
  );
}

/**
 * Has an entity say something else by an annotation, in the text of its
 * `catalog-info.yaml`; everything else stays byte for byte.
 *
 * @param value - nothing takes the annotation away
 * @returns nothing where the file does not have the entity.
 */
export function editAnnotation(
  text: string,
  { entity, annotation }: EntityAnnotation,
  value: string | undefined,
): string | undefined {
  const found = findEntity(text, entity);
  if (!found) {
    return undefined;
  }
  const { [annotation]: _, ...others } = found.annotations;
  const annotations =
    value === undefined
      ? others
      : { ...found.annotations, [annotation]: value };
  const { annotations: __, ...metadata } = found.metadata;
  return editYaml(text, found.index, {
    ...found.value,
    metadata:
      Object.keys(annotations).length === 0
        ? metadata
        : { ...found.metadata, annotations },
  });
}

function findEntity(text: string, entity: EntityAnnotation['entity']) {
  const values = readYamlValues(text);
  const index = values.findIndex(one => isEntity(one, entity));
  const value = values[index];
  if (!isRecord(value) || !isRecord(value.metadata)) {
    return undefined;
  }
  const { annotations } = value.metadata;
  return {
    index,
    value,
    metadata: value.metadata,
    annotations: isRecord(annotations) ? annotations : {},
  };
}

function isEntity(
  value: unknown,
  { kind, metadata }: EntityAnnotation['entity'],
): boolean {
  if (!isRecord(value) || !isRecord(value.metadata)) {
    return false;
  }
  const { namespace = DEFAULT_NAMESPACE, name } = value.metadata;
  return [
    [value.kind, kind],
    [namespace, metadata.namespace ?? DEFAULT_NAMESPACE],
    [name, metadata.name],
  ].every(
    ([written, expected]) =>
      String(written).toLocaleLowerCase('en-US') ===
      String(expected).toLocaleLowerCase('en-US'),
  );
}
