import type { DefinitionError } from '@atrium/plugin-api-history-common';

const MAX_MESSAGE_LENGTH = 500;

/** What is wrong with a definition, in words for the people who wrote it. */
export class DefinitionProblem extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;

  /**
   * @param position - counted from 1, where it is known
   */
  constructor(message: string, position?: { line: number; column?: number }) {
    super(message);
    this.name = 'DefinitionProblem';
    this.line = position?.line;
    this.column = position?.column;
  }

  /** What any failure while reading means for the definition. */
  static describe(error: unknown): DefinitionError {
    if (error instanceof DefinitionProblem) {
      const { message, line, column } = error;
      return { message: message.slice(0, MAX_MESSAGE_LENGTH), line, column };
    }
    // The readers recurse, and so does what they are built on.
    if (error instanceof RangeError) {
      return { message: 'The definition is nested too deeply to be read' };
    }
    const reason = error instanceof Error ? error.message : String(error);
    return {
      message: `The definition cannot be read: ${reason}`.slice(
        0,
        MAX_MESSAGE_LENGTH,
      ),
    };
  }
}
