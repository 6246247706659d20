/** A field of a record that an expression names. */
export interface RecordReference {
  variable: string;
  group: string;
  field: string;
}

/** The variables of an evaluation, by their names. */
export type ExpressionContext = Record<string, unknown>;

/** An expression that is checked and may be evaluated. */
export interface CompiledExpression<Result> {
  source: string;
  /** The fields of records that it names, each once. */
  references: readonly RecordReference[];
  /** The variables that it names, such as `now`. */
  variables: ReadonlySet<string>;
  /**
   * @throws MissingFieldError when a field that it needs is not there
   * @throws ExpressionError when it fails over something else
   */
  evaluate(context: ExpressionContext): Result;
}
