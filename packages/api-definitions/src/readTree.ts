import {
  isPlainMap,
  type PlainData,
  type PlainMap,
  readYaml,
  type ReadYamlOptions,
  type YamlProblem,
} from '@atrium/common/yaml';
import { formatPointer } from './jsonPointer';
import { valueOf } from './treeFields';
import { UnreadableDefinition } from './UnreadableDefinition';

const MAX_DEPTH = 100;
const MAX_ALIASED_VALUES = 5_000_000;
const MAX_VERSION_LENGTH = 100;

const YAML_OPTIONS: ReadYamlOptions = {
  limits: {
    depth: MAX_DEPTH,
    elements: 5_000_000,
    escapes: 5_000_000,
    aliases: 10_000,
    aliasedValues: MAX_ALIASED_VALUES,
  },
  hasMergeKeys: true,
};

const TOO_DEEP = `The definition is nested deeper than ${MAX_DEPTH} levels, or contains itself`;

/** A definition that is written in YAML or JSON. */
export interface TreeDefinition {
  root: PlainMap;
  /** Such as `OpenAPI 3.1.0`. */
  format: string;
  /** `info.version`; an unquoted one is a number. */
  version: string | undefined;
}

/**
 * Reads JSON or YAML 1.2.
 *
 * @throws UnreadableDefinition with the place where reading failed, or when there
 * is more or deeper nested than a definition can sensibly be
 */
export function readTree(text: string): PlainData {
  const json = readJson(text);
  if (json !== undefined) {
    return json;
  }
  const documents = readYaml(text, YAML_OPTIONS);
  if (documents.length > 1) {
    throw new UnreadableDefinition(
      'The file has several documents where one is expected',
      documents[1].locate([]),
    );
  }
  const [problem] = documents[0]?.problems ?? [];
  if (problem) {
    throw toUnreadable(problem);
  }
  return documents[0]?.value ?? null;
}

/**
 * Makes sure that keys of a tree hold maps where they are there.
 *
 * @throws UnreadableDefinition about the first that does not
 */
export function checkMaps(
  text: string,
  root: PlainData,
  keys: readonly string[],
): void {
  for (const key of keys) {
    const value = valueOf(root, key);
    if (value !== undefined && !isPlainMap(value)) {
      throw unreadableAt(text, [key], `'${key}' must be a map`);
    }
  }
}

/** Says what is wrong with a part of a text that is YAML or JSON. */
export function unreadableAt(
  text: string,
  keys: readonly string[],
  message: string,
): UnreadableDefinition {
  // JSON is YAML, whose reader knows where everything is.
  const position = readYaml(text, YAML_OPTIONS).at(0)?.locate(keys);
  const pointer = formatPointer(keys);
  return new UnreadableDefinition(message, { pointer, ...position });
}

/** `info.version`, as OpenAPI and AsyncAPI have it. */
export function versionOf(root: PlainData): string | undefined {
  const version = valueOf(valueOf(root, 'info'), 'version');
  return typeof version === 'string' || typeof version === 'number'
    ? String(version).slice(0, MAX_VERSION_LENGTH)
    : undefined;
}

/** Many times as fast as reading the same text as YAML. */
function readJson(text: string): PlainData | undefined {
  const content = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (!/^\s*[{[]/.test(content)) {
    return undefined;
  }
  let value: PlainData;
  try {
    value = JSON.parse(content);
  } catch {
    // YAML in braces is no JSON, and the reader of YAML knows the line.
    return undefined;
  }
  checkDepth(value);
  return value;
}

function checkDepth(root: PlainData): void {
  let level: PlainData[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw new UnreadableDefinition(TOO_DEEP);
    }
    level = level.flatMap(value =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

function toUnreadable({
  kind,
  message,
  position,
}: YamlProblem): UnreadableDefinition {
  switch (kind) {
    case 'depth':
      return new UnreadableDefinition(TOO_DEEP, position);
    case 'aliases':
      return new UnreadableDefinition(
        `The definition expands to more than ${MAX_ALIASED_VALUES.toLocaleString(
          'en-US',
        )} values`,
      );
    case 'size':
    case 'syntax':
      return new UnreadableDefinition(
        message.charAt(0).toLocaleUpperCase('en-US') + message.slice(1),
        position,
      );
    default:
      return kind satisfies never;
  }
}
