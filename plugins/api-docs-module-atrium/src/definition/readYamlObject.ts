import { load, YAMLException } from 'js-yaml';
import { readable, unreadable, type ReadResult } from './ReadResult';

/** The content of a YAML or JSON text. */
export type YamlObject = Record<string, unknown>;

/** Whether a value is a mapping, as opposed to a list, a scalar or nothing. */
export function isObject(value: unknown): value is YamlObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a definition that is written in YAML or JSON.
 *
 * @remarks JSON is YAML, but its own parser is many times faster, which is
 * felt on definitions of several megabytes.
 */
export function readYamlObject(text: string): ReadResult<YamlObject> {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    if (error instanceof YAMLException) {
      return unreadable({
        message: error.reason,
        line: error.mark ? error.mark.line + 1 : undefined,
        column: error.mark ? error.mark.column + 1 : undefined,
      });
    }
    throw error;
  }
  return isObject(value)
    ? readable(value)
    : unreadable({ message: 'The definition is not an object', line: 1 });
}

function parse(text: string): unknown {
  if (text.trimStart().startsWith('{')) {
    try {
      return JSON.parse(text);
    } catch {
      // The YAML parser below says on which line it is not JSON.
    }
  }
  return load(text);
}

/** The line of a key at the top level of a definition, counted from 1. */
export function lineOfTopLevelKey(text: string, key: string): number {
  const lines = text.split('\n');
  const isKey = new RegExp(`^[ \\t{]*["']?${key}["']?\\s*:`);
  const index = lines.findIndex(line => isKey.test(line));
  return Math.max(index, 0) + 1;
}
