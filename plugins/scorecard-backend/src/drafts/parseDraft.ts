import { type FileProblem, toFieldProblem } from '@atrium/common/yaml';
import { parseScorecards } from '@atrium/plugin-scorecard-common';
import {
  type CompiledScorecard,
  compileScorecard,
} from '../expressions/CompiledScorecard';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';

const SOURCE = 'draft';

/** A scorecard that somebody writes, unless it has problems. */
export function parseDraft(
  content: string,
  expressions: ScorecardExpressions,
): { scorecard: CompiledScorecard | undefined; problems: FileProblem[] } {
  const parsed = parseScorecards(content, SOURCE);
  const [located, second] = parsed.scorecards;
  if (parsed.problems.length > 0 || !located) {
    const problems = [...parsed.problems];
    return {
      scorecard: undefined,
      problems:
        problems.length > 0
          ? problems
          : [{ source: SOURCE, message: 'There is no scorecard' }],
    };
  }
  if (second) {
    const { line } = second.locate([]);
    const message = 'Only one scorecard is tried at once';
    return {
      scorecard: undefined,
      problems: [{ source: SOURCE, line, message }],
    };
  }
  const { problems, scorecard } = compileScorecard(
    located.definition,
    expressions,
  );
  return {
    scorecard,
    problems: problems.map(({ message, path }) => ({
      source: SOURCE,
      ...toFieldProblem({ path: [...path], message }, located.locate),
    })),
  };
}
