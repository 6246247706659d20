/** Why a definition cannot be read, and where if that is known. */
export interface DefinitionProblem {
  message: string;
  /** Counted from 1. */
  line?: number;
  /** Counted from 1. */
  column?: number;
}

/** What reading a definition gives: its content, or what is wrong with it. */
export type ReadResult<T> =
  | { ok: true; value: T }
  | { ok: false; problem: DefinitionProblem };

/** A definition that could be read. */
export function readable<T>(value: T): ReadResult<T> {
  return { ok: true, value };
}

/** A definition that could not be read. */
export function unreadable<T>(problem: DefinitionProblem): ReadResult<T> {
  return { ok: false, problem };
}
