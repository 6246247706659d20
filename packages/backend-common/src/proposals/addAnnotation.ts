import { isRecord } from '@atrium/common';
import { editYaml, readYamlValues } from '@atrium/common/yaml';
import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';

/** What to add, and to which entity of the file. */
export interface AddAnnotationOptions {
  entity: Pick<Entity, 'kind' | 'metadata'>;
  annotation: string;
  /** Added to what the annotation names already, behind a comma. */
  value: string;
}

/**
 * Adds a value to an annotation of an entity in the text of its
 * `catalog-info.yaml`; everything else stays byte for byte.
 *
 * @returns nothing where the file does not have the entity.
 */
export function addAnnotation(
  text: string,
  { entity, annotation, value }: AddAnnotationOptions,
): string | undefined {
  const values = readYamlValues(text);
  const index = values.findIndex(one => isEntity(one, entity));
  const found = values[index];
  if (!isRecord(found) || !isRecord(found.metadata)) {
    return undefined;
  }
  const annotations = isRecord(found.metadata.annotations)
    ? found.metadata.annotations
    : {};
  const named = String(annotations[annotation] ?? '')
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '');
  return editYaml(text, index, {
    ...found,
    metadata: {
      ...found.metadata,
      annotations: {
        ...annotations,
        [annotation]: [...new Set([...named, value])].join(', '),
      },
    },
  });
}

function isEntity(
  value: unknown,
  { kind, metadata }: AddAnnotationOptions['entity'],
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
