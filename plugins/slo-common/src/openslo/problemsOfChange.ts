import type { OpenSloProblem } from './openSloProblem';
import { readSloYaml } from './readSloYaml';

/** A file, and what is wrong with it. */
export interface CheckedText {
  text: string;
  problems: OpenSloProblem[];
}

/** What is wrong with a file after a change. */
export interface ChangeProblems {
  /** What the change has to put right before it can be handed over. */
  own: OpenSloProblem[];
  /** What was wrong before, in documents that the change leaves as they are. */
  earlier: OpenSloProblem[];
}

/**
 * Tells what a change is to blame for from what was wrong before it, so that one
 * bad document does not keep the others of its file from being edited.
 */
export function problemsOfChange(
  before: CheckedText,
  after: CheckedText,
): ChangeProblems {
  const textsBefore = readSloYaml(before.text).map(({ text }) => text);
  const textsAfter = readSloYaml(after.text).map(({ text }) => text);
  const known = new Set(
    before.problems.map(problem => keyOf(problem, textsBefore)),
  );
  const isEarlier = (problem: OpenSloProblem) =>
    problem.documentIndex !== undefined &&
    known.has(keyOf(problem, textsAfter));
  return {
    own: after.problems.filter(problem => !isEarlier(problem)),
    earlier: after.problems.filter(isEarlier),
  };
}

/** The same for the same problem of the same document, wherever that stands. */
function keyOf(
  { documentIndex = -1, path, message }: OpenSloProblem,
  texts: string[],
): string {
  return JSON.stringify([texts[documentIndex], path, message]);
}
