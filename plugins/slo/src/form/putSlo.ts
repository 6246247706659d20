import type { TextPosition } from '@atrium/common/yaml';
import { appendYaml, editYaml, readYamlValues } from '@atrium/common/yaml';
import { readSloYaml } from '@atrium/plugin-slo-common';
import {} from '@atrium/common/yaml';
import { isRecord } from '@atrium/common';

/** Where an SLO goes. */
export interface PutSloOptions {
  /** The name of the SLO that it takes the place of. */
  replaces?: string;
}

/**
 * Puts an SLO into the text of an OpenSLO file, in the place of another one or
 * behind everything else. What it does not change stays byte for byte: other
 * documents, valid or not, and comments and style within the one it replaces.
 *
 * @param slo - a document, which may have problems still
 */
export function putSlo(
  text: string,
  slo: object,
  { replaces }: PutSloOptions = {},
): string {
  const index = readYamlValues(text).findIndex(
    value => replaces !== undefined && nameOfSlo(value) === replaces,
  );
  return index >= 0 ? editYaml(text, index, slo) : appendYaml(text, slo);
}

/** The names of the SLOs in a text, also of those that have problems. */
export function listSloNames(text: string): string[] {
  return readYamlValues(text).flatMap(value => nameOfSlo(value) ?? []);
}

/**
 * Where a field of the SLO of a name stands, or what is nearest to it; without
 * a path where the SLO begins. The first line where there is no such SLO.
 */
export function locateInSlo(
  text: string,
  name: string | undefined,
  path: readonly PropertyKey[] = [],
): TextPosition {
  const found = readSloYaml(text).find(
    ({ value }) => name !== undefined && nameOfSlo(value) === name,
  );
  return found?.locate(path) ?? { line: 1, column: 1 };
}

function nameOfSlo(value: unknown): string | undefined {
  if (!isRecord(value) || value.kind !== 'SLO' || !isRecord(value.metadata)) {
    return undefined;
  }
  const { name } = value.metadata;
  return typeof name === 'string' ? name : undefined;
}
