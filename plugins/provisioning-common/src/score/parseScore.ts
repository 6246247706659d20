import {
  type FieldIssue,
  type FieldProblem,
  parseYamlFile,
  type TextPosition,
  toFieldProblem,
} from '@atrium/common/yaml';
import { findScoreTexts, type ScoreText } from './findScoreTexts';
import { orderContainers } from './orderContainers';
import { parseScoreText } from './scorePlaceholders';
import {
  type ScoreWorkload,
  scoreWorkloadSchema,
  UNKNOWN_SCORE_KEY,
} from './scoreWorkload';

/** What a Score file says. */
export interface ParsedScore {
  /** Undefined where there are problems. */
  workload?: ScoreWorkload;
  problems: FieldProblem[];
  /** Where a field stands, or what is nearest to it. */
  locate(path: readonly PropertyKey[]): TextPosition;
}

/** How to check a Score file. */
export interface ParseScoreOptions {
  /**
   * The outputs of a type of resource, where they are known: a placeholder for
   * any other is a problem.
   */
  outputsOf?(type: string): readonly string[] | undefined;
}

/** Reads and checks a Score file (`score.dev/v1b1`). */
export function parseScore(
  text: string,
  options: ParseScoreOptions = {},
): ParsedScore {
  const file = parseYamlFile(text, {
    schema: scoreWorkloadSchema,
    unknownKey: UNKNOWN_SCORE_KEY,
  });
  const [first, ...others] = file.documents;
  if (!first) {
    const locate = () => ({ line: 1, column: 1 });
    return { problems: file.problems, locate };
  }
  const { document, locate } = first;
  const problems = others.map(other => ({
    message: 'A Score file has one document',
    ...other.locate([]),
  }));
  if (!document) {
    return { problems: [...first.problems, ...problems], locate };
  }
  const found = findIssues(document, options).map(issue =>
    toFieldProblem(issue, locate),
  );
  return {
    workload: found.length + problems.length > 0 ? undefined : document,
    problems: [...found, ...problems],
    locate,
  };
}

function findIssues(
  workload: ScoreWorkload,
  options: ParseScoreOptions,
): FieldIssue[] {
  return [
    ...orderContainers(workload.containers).issues,
    ...findScoreTexts(workload).flatMap(text =>
      findTextIssues(text, workload, options),
    ),
  ];
}

function findTextIssues(
  { path, text, namesResource }: ScoreText,
  workload: ScoreWorkload,
  options: ParseScoreOptions,
): FieldIssue[] {
  return parseScoreText(text).flatMap(part => {
    if (part.kind === 'text') {
      return [];
    }
    const message = findPlaceholderFault(part.path, {
      workload,
      namesResource,
      ...options,
    });
    return message === undefined ? [] : [{ path, message }];
  });
}

/** What a placeholder is checked against. */
export interface PlaceholderOptions extends ParseScoreOptions {
  workload: ScoreWorkload;
  /** Whether `${resources.data}` stands for the resource itself here. */
  namesResource: boolean;
}

/**
 * Why a placeholder leads nowhere, in words that follow the name of the field;
 * undefined where it leads somewhere.
 *
 * @param path - the names between the dots
 */
export function findPlaceholderFault(
  path: string[],
  options: PlaceholderOptions,
): string | undefined {
  const [root, ...names] = path;
  const fault =
    root === 'metadata'
      ? findMetadataFault(names, options.workload)
      : findResourceFault(path, options);
  return fault === undefined
    ? undefined
    : `has \${${path.join('.')}}, ${fault}`;
}

function findMetadataFault(
  names: string[],
  { metadata }: ScoreWorkload,
): string | undefined {
  const value = readPath(metadata, names);
  return names.length === 0 || value === undefined
    ? 'which metadata does not have'
    : undefined;
}

function findResourceFault(
  [root, name, output]: string[],
  options: PlaceholderOptions,
): string | undefined {
  const { workload, namesResource, outputsOf } = options;
  if (root !== 'resources' || name === undefined) {
    return "which is neither metadata nor a resource; '$${' is written out";
  }
  if (!Object.hasOwn(workload.resources, name)) {
    return `but there is no resource '${name}'`;
  }
  const { type } = workload.resources[name];
  if (output === undefined) {
    return namesResource ? undefined : `which names no output of '${name}'`;
  }
  const outputs = outputsOf?.(type);
  return outputs === undefined || outputs.includes(output)
    ? undefined
    : `but '${type}' has no output '${output}'; it has ${outputs.join(', ')}`;
}

/** The value at a path; undefined where there is none. */
export function readPath(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, name) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, name)
        ? Reflect.get(found, name)
        : undefined,
    value,
  );
}
