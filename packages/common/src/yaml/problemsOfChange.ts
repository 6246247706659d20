import type { ChangeProblems, TextProblem } from '../proposal/textProblem';
import { readYaml, type ReadYamlOptions } from './readYaml';

/** A file, and what is wrong with it. */
export interface CheckedText<P extends TextProblem = TextProblem> {
  text: string;
  problems: P[];
}

/** A file before and after a change. */
export interface TextChange<P extends TextProblem> {
  before: CheckedText<P>;
  after: CheckedText<P>;
}

/**
 * Tells what a change is to blame for from what was wrong before it, so that one
 * bad document does not keep the others of its file from being edited.
 *
 * @param yaml - what counts as a document, as for whoever found the problems
 */
export function problemsOfChange<P extends TextProblem>(
  { before, after }: TextChange<P>,
  yaml?: ReadYamlOptions,
): ChangeProblems<P> {
  const textsOf = ({ text }: CheckedText<P>) =>
    readYaml(text, yaml).map(document => document.text);
  const textsBefore = textsOf(before);
  const textsAfter = textsOf(after);
  const known = new Set(
    before.problems.map(problem => keyOf(problem, textsBefore)),
  );
  const isEarlier = (problem: P) =>
    problem.documentIndex !== undefined &&
    known.has(keyOf(problem, textsAfter));
  return {
    own: after.problems.filter(problem => !isEarlier(problem)),
    earlier: after.problems.filter(isEarlier),
  };
}

/** The same for the same problem of the same document, wherever that stands. */
function keyOf(
  { documentIndex = -1, path, message }: TextProblem,
  texts: string[],
): string {
  return JSON.stringify([texts[documentIndex], path, message]);
}
