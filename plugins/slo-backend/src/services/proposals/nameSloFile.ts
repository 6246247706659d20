import { SLO_ANNOTATION } from '@atrium/plugin-slo-common';
import { editYaml, readYamlValues } from '@atrium/common/yaml';
import {} from '@atrium/common/yaml';
import { isRecord } from '@atrium/common';

const DEFAULT_NAMESPACE = 'default';

/** What to add, and to which entity of the file. */
export interface NameSloFileOptions {
  /** Lower-cased. */
  entity: { kind: string; namespace: string; name: string };
  /** Of the OpenSLO file, as the annotation says it. */
  path: string;
}

/**
 * Adds the annotation that names an OpenSLO file to an entity in the text of
 * its `catalog-info.yaml`; everything else stays byte for byte.
 *
 * @returns nothing where the file does not have the entity.
 */
export function nameSloFile(
  text: string,
  { entity, path }: NameSloFileOptions,
): string | undefined {
  const values = readYamlValues(text);
  const index = values.findIndex(value => isEntity(value, entity));
  const found = values[index];
  if (!isRecord(found) || !isRecord(found.metadata)) {
    return undefined;
  }
  const { annotations } = found.metadata;
  return editYaml(text, index, {
    ...found,
    metadata: {
      ...found.metadata,
      annotations: {
        ...(isRecord(annotations) && annotations),
        [SLO_ANNOTATION]: path,
      },
    },
  });
}

function isEntity(
  value: unknown,
  { kind, namespace, name }: NameSloFileOptions['entity'],
): boolean {
  if (!isRecord(value) || !isRecord(value.metadata)) {
    return false;
  }
  const { metadata } = value;
  return [
    [value.kind, kind],
    [metadata.namespace ?? DEFAULT_NAMESPACE, namespace],
    [metadata.name, name],
  ].every(
    ([written, expected]) =>
      String(written).toLocaleLowerCase('en-US') === expected,
  );
}
