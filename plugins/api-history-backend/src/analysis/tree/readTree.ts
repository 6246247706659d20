import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import { DefinitionProblem } from '../DefinitionProblem';
import { checkTreeSize, TOO_DEEP_MESSAGE } from './checkTreeSize';
import type { Tree } from './Tree';

// Dates stay text, as they are in JSON, so that the same definition in YAML and
// in JSON is the same; `<<` is in use to share parts.
const schema = CORE_SCHEMA.extend({
  implicit: [
    new Type('tag:yaml.org,2002:merge', {
      kind: 'scalar',
      resolve: value => value === '<<' || value === null,
    }),
  ],
});

/**
 * Reads JSON or YAML.
 *
 * @throws DefinitionProblem with the line where reading failed, or when the
 * values are more or nested deeper than a definition can sensibly be.
 */
export function readTree(text: string): Tree {
  const tree = parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  checkTreeSize(tree);
  return tree;
}

function parse(text: string): Tree {
  if (/^\s*[{[]/.test(text)) {
    try {
      // Thirty times as fast as reading the same text as YAML.
      return JSON.parse(text);
    } catch {
      // YAML in braces is no JSON, and the reader of YAML knows the line.
    }
  }
  try {
    return (load(text, { schema }) ?? null) as Tree;
  } catch (error) {
    if (error instanceof YAMLException) {
      throw new DefinitionProblem(
        sentence(error.reason),
        error.mark && {
          line: error.mark.line + 1,
          column: error.mark.column + 1,
        },
      );
    }
    throw error;
  }
}

function sentence(reason: string): string {
  if (reason.includes('maxDepth')) {
    return TOO_DEEP_MESSAGE;
  }
  return reason.charAt(0).toLocaleUpperCase('en-US') + reason.slice(1);
}
