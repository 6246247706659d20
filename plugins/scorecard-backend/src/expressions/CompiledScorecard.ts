import {
  type CompiledExpression,
  ExpressionError,
  type RecordReference,
} from '@atrium/expressions';
import type {
  CheckDefinition,
  LocatedScorecard,
  ScorecardDefinition,
} from '@atrium/plugin-scorecard-common';
import { FixTemplate } from './FixTemplate';
import type { ScorecardExpressions } from './ScorecardExpressions';

/** A check that can be evaluated. */
export interface CompiledCheck {
  definition: CheckDefinition;
  /** Where its level stands, from 1; undefined where it needs none. */
  rank: number | undefined;
  appliesTo: CompiledExpression<boolean> | undefined;
  expression: CompiledExpression<boolean>;
  /** All facts that it names. */
  references: readonly RecordReference[];
  /** From when on it counts, in milliseconds of the epoch. */
  countsFromMs: number;
}

/** A scorecard that can be evaluated. */
export interface CompiledScorecard {
  definition: ScorecardDefinition;
  appliesTo: CompiledExpression<boolean>;
  levelCount: number;
  checks: readonly CompiledCheck[];
  /** The ids of all providers whose facts it names. */
  providers: string[];
}

/** What keeps a scorecard from being used, and where it stands. */
export interface ScorecardProblem {
  path: readonly PropertyKey[];
  message: string;
}

/** A scorecard, unless it has problems. */
export type CompileResult =
  | { scorecard: CompiledScorecard; problems: [] }
  | { scorecard: undefined; problems: ScorecardProblem[] };

/** Compiles all expressions of a scorecard, and says what is wrong with them. */
export function compileScorecard(
  definition: LocatedScorecard['definition'],
  expressions: ScorecardExpressions,
): CompileResult {
  const problems: ScorecardProblem[] = [];
  const { levels, checks, appliesTo } = definition.spec;
  const compile = (source: string, path: readonly PropertyKey[]) => {
    try {
      return expressions.environment.compile(source, { returns: 'boolean' });
    } catch (error) {
      problems.push({ path, message: describe(error) });
      return undefined;
    }
  };
  const scope = compile(appliesTo, ['spec', 'appliesTo']);
  const compiled = checks.map((check, index) => {
    const path = ['spec', 'checks', index];
    const expression = compile(check.expression, [...path, 'expression']);
    const filter =
      check.appliesTo === undefined
        ? undefined
        : compile(check.appliesTo, [...path, 'appliesTo']);
    for (const [field, text] of [
      ['text', check.fix?.text],
      ['file', check.fix?.file?.content],
    ] as const) {
      try {
        FixTemplate.compile(text ?? '', expressions);
      } catch (error) {
        problems.push({
          path: [...path, 'fix', field],
          message: describe(error),
        });
      }
    }
    return (
      expression &&
      toCheck(check, { definition, expression, appliesTo: filter })
    );
  });
  if (problems.length > 0 || !scope) {
    return { scorecard: undefined, problems };
  }
  const usable = compiled.filter(check => check !== undefined);
  const references = [
    ...scope.references,
    ...usable.flatMap(check => check.references),
  ];
  return {
    scorecard: {
      definition,
      appliesTo: scope,
      levelCount: levels.length,
      checks: usable,
      providers: [...new Set(references.map(({ group }) => group))],
    },
    problems: [],
  };
}

function toCheck(
  check: CheckDefinition,
  parts: Pick<CompiledCheck, 'appliesTo' | 'expression'> & {
    definition: ScorecardDefinition;
  },
): CompiledCheck {
  const { appliesTo, definition, expression } = parts;
  const used = [expression, ...(appliesTo ? [appliesTo] : [])];
  const place = definition.spec.levels.findIndex(
    ({ name }) => name === check.level,
  );
  return {
    definition: check,
    rank: place < 0 ? undefined : place + 1,
    appliesTo,
    expression,
    references: used.flatMap(({ references }) => references),
    countsFromMs:
      check.countsFrom === undefined ? 0 : Date.parse(check.countsFrom),
  };
}

/** Follows the name of the field. */
function describe(error: unknown): string {
  if (!(error instanceof ExpressionError)) {
    throw error;
  }
  const place = error.range ? ` at character ${error.range.from + 1}` : '';
  return `cannot be used${place}: ${error.message}`;
}
