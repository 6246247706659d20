import {
  editYaml,
  lineOfDocument,
  readYamlValues,
  writeYaml,
} from './editYaml';
import { isRecord } from './sameValue';

/** Where an SLO goes. */
export interface PutSloOptions {
  /** The name of the SLO that it takes the place of. */
  replaces?: string;
}

/**
 * Puts an SLO into the text of an OpenSLO file, in the place of another one or
 * behind everything else. What it does not change stays byte for byte: other
 * documents, and comments and style within the one it replaces.
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
  return index >= 0 ? editYaml(text, index, slo) : append(text, slo);
}

/** The names of the SLOs in a text, also of those that have problems. */
export function listSloNames(text: string): string[] {
  return readYamlValues(text).flatMap(value => nameOfSlo(value) ?? []);
}

/** Where the SLO of a name begins, counted from 1; the first line without it. */
export function lineOfSlo(text: string, name: string | undefined): number {
  const index = readYamlValues(text).findIndex(
    value => name !== undefined && nameOfSlo(value) === name,
  );
  return index >= 0 ? lineOfDocument(text, index) : 1;
}

function append(text: string, slo: object): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const added = writeYaml(slo).replaceAll('\n', newline);
  if (text.trim() === '') {
    return added;
  }
  const isEnded = /(^|\n)---[ \t]*\r?\n?$/.test(text);
  const before = text.endsWith('\n') ? text : `${text}${newline}`;
  return `${before}${isEnded ? '' : `---${newline}`}${added}`;
}

function nameOfSlo(value: unknown): string | undefined {
  if (!isRecord(value) || value.kind !== 'SLO' || !isRecord(value.metadata)) {
    return undefined;
  }
  const { name } = value.metadata;
  return typeof name === 'string' ? name : undefined;
}
