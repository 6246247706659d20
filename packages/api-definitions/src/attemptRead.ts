import type { DefinitionProblem } from './DefinitionProblem';
import { UnreadableDefinition } from './UnreadableDefinition';

/** What reading a definition gives: its content, or what is wrong with it. */
export type ReadResult<T> =
  | { ok: true; value: T }
  | { ok: false; problem: DefinitionProblem };

const MAX_MESSAGE_LENGTH = 500;

/** Calls what may fail at a definition, and says what is wrong if it does. */
export function attemptRead<T>(read: () => T): ReadResult<T> {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    return { ok: false, problem: describeProblem(error) };
  }
}

/** What any failure means for the definition. */
export function describeProblem(error: unknown): DefinitionProblem {
  if (error instanceof UnreadableDefinition) {
    const { message, pointer, line, column } = error;
    return {
      message: message.slice(0, MAX_MESSAGE_LENGTH),
      pointer,
      line,
      column,
    };
  }
  // The readers recurse, and so does what they are built on.
  if (error instanceof RangeError) {
    return { message: 'The definition is nested too deeply to be read' };
  }
  const reason = error instanceof Error ? error.message : String(error);
  const message = `The definition cannot be read: ${reason}`;
  return { message: message.slice(0, MAX_MESSAGE_LENGTH) };
}
