import { DefinitionProblem } from '../DefinitionProblem';
import type { Tree } from './Tree';

/** More than a file of 5 MB can hold when it does not repeat itself. */
const MAX_VALUES = 5_000_000;

/** As deep as the reader of YAML goes. */
const MAX_DEPTH = 100;

/** What is wrong with a tree that is too deep. */
export const TOO_DEEP_MESSAGE = `The definition is nested deeper than ${MAX_DEPTH} levels, or contains itself`;

/**
 * Refuses a tree that is larger or deeper than what reads it can bear.
 *
 * @remarks A YAML file of a few hundred bytes can name a part and use it again
 * in the next part, ten times each, until it stands for billions of values. A
 * part can even contain itself. Every place counts here, so both are refused.
 */
export function checkTreeSize(tree: Tree): void {
  let level: Tree[] = [tree];
  let count = 0;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw new DefinitionProblem(TOO_DEEP_MESSAGE);
    }
    count += level.length;
    const next: Tree[] = [];
    for (const value of level) {
      if (typeof value === 'object' && value !== null) {
        for (const child of Object.values(value)) {
          next.push(child);
        }
      }
      if (count + next.length > MAX_VALUES) {
        throw new DefinitionProblem(
          'The definition expands to more than 5,000,000 values',
        );
      }
    }
    level = next;
  }
}
