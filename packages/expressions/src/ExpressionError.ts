/** Where something stands in an expression. */
export interface ExpressionRange {
  /** The first character, from 0. */
  from: number;
  /** The one after the last. */
  to: number;
}

/** An expression that cannot be used, or that failed over what it was given. */
export class ExpressionError extends Error {
  readonly name: string = 'ExpressionError';
  readonly range: ExpressionRange | undefined;

  constructor(message: string, range?: ExpressionRange) {
    super(message);
    this.range = range;
  }
}

/** An evaluation that needed a field that is not there. */
export class MissingFieldError extends ExpressionError {
  readonly name = 'MissingFieldError';
  /** From the variable on: `facts`, `slo`, `count`. */
  readonly path: readonly string[];

  constructor(path: readonly string[], range?: ExpressionRange) {
    super(`'${path.join('.')}' is not there`, range);
    this.path = path;
  }
}
