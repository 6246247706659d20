/** Expressions that say which entities an initiative is about. */
export interface ScopeExpressions {
  /** What is wrong with one; `undefined` where it is one. */
  findProblem(expression: string): string | undefined;
  /** The rated entities of a scorecard that it is true of. */
  findEntityRefs(expression: string, scorecard: string): Promise<string[]>;
}
