import type { StateStack } from 'shiki/textmate';

export interface ColouredLine {
  html: string;
  /** The state of the grammar that the next line starts from. */
  next: StateStack;
}

/** The part of a state that its `equals` leaves out. */
interface StackFrame {
  parent?: StackFrame | null;
  /** Decides what may match at the start of the next line. */
  beginRuleCapturedEOL?: boolean;
}

/** Characters that are kept of a language; then all of it is forgotten. */
const MAX_CHARACTERS = 1_000_000;

/** Code with more states than this is nested deeply, or made to be slow. */
const MAX_STATES = 64;

function isSameState(a: StateStack, b: StateStack): boolean {
  if (!a.equals(b)) {
    return false;
  }
  let frame: StackFrame | null | undefined = a as StackFrame;
  let other: StackFrame | null | undefined = b as StackFrame;
  while (frame && other) {
    if (frame.beginRuleCapturedEOL !== other.beginRuleCapturedEOL) {
      return false;
    }
    frame = frame.parent;
    other = other.parent;
  }
  return true;
}

/**
 * Remembers how lines of one language were coloured, by the line and the state
 * above it, which is undefined for the first line of a block.
 */
export class LineMemory {
  readonly #lines = new Map<StateStack | undefined, Map<string, ColouredLine>>([
    [undefined, new Map()],
  ]);
  #characterCount = 0;

  recall(line: string, above: StateStack | undefined) {
    return this.#lines.get(above)?.get(line);
  }

  /** Returns the line with a state that another line may have left before. */
  remember(
    line: string,
    above: StateStack | undefined,
    { html, next }: ColouredLine,
  ): ColouredLine {
    const coloured = { html, next: this.#known(next) };
    const lines = this.#lines.get(above);
    if (lines) {
      lines.set(line, coloured);
      this.#characterCount += line.length + html.length;
      if (this.#characterCount > MAX_CHARACTERS) {
        this.#forget();
      }
    }
    return coloured;
  }

  #known(state: StateStack): StateStack {
    for (const other of this.#lines.keys()) {
      if (other && isSameState(state, other)) {
        return other;
      }
    }
    if (this.#lines.size <= MAX_STATES) {
      this.#lines.set(state, new Map());
    }
    return state;
  }

  #forget() {
    this.#lines.clear();
    this.#lines.set(undefined, new Map());
    this.#characterCount = 0;
  }
}
