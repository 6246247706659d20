import { hashJson } from '@atrium/backend-common';
import { type FileProblem, toFieldProblem } from '@atrium/common/yaml';
import {
  type LocatedScorecard,
  parseScorecards,
} from '@atrium/plugin-scorecard-common';
import type { PublishedScorecard } from '../database/ScorecardStore';
import { compileScorecard } from '../expressions/CompiledScorecard';
import type { ScorecardExpressions } from '../expressions/ScorecardExpressions';
import type { StoredScorecardFile } from '../database/scorecardFiles';

/** A file, and whom its scorecards may rate. */
type ReadableFile = Pick<
  StoredScorecardFile,
  'source' | 'reach' | 'ownerRefs' | 'content'
> &
  Partial<Pick<StoredScorecardFile, 'refusal' | 'problem'>>;

/** What a file says, with what only the portal can say of it. */
export function readScorecardFile(
  file: ReadableFile,
  expressions: ScorecardExpressions,
): {
  scorecards: Omit<PublishedScorecard, 'changes' | 'changeMessages'>[];
  problems: FileProblem[];
} {
  const { content, reach, source } = file;
  const message = file.refusal ?? file.problem;
  if (message !== undefined || content === undefined) {
    return {
      scorecards: [],
      problems: message === undefined ? [] : [{ source, message }],
    };
  }
  const parsed = parseScorecards(content, source);
  const problems = [...parsed.problems];
  const scorecards = parsed.scorecards.flatMap(located => {
    const issues = findIssues(located, file, expressions);
    problems.push(
      ...issues.map(issue => ({
        source,
        ...toFieldProblem(issue, located.locate),
      })),
    );
    const { definition } = located;
    return issues.length > 0
      ? []
      : [
          {
            name: definition.metadata.name,
            source,
            reach,
            definition,
            line: located.locate([]).line,
            content: documentAt(content, located.locate([]).line),
            hash: hashJson([definition, reach]),
          },
        ];
  });
  return { scorecards, problems };
}

/** The document of a file that begins at a line. */
function documentAt(content: string, line: number): string {
  const lines = content.split('\n').slice(line - 1);
  const end = lines.findIndex((text, index) => index > 0 && /^---/.test(text));
  return lines.slice(0, end < 0 ? undefined : end).join('\n');
}

/** What only the portal can say: wrong expressions, and an owner of somebody else. */
function findIssues(
  { definition }: LocatedScorecard,
  file: ReadableFile,
  expressions: ScorecardExpressions,
) {
  const { problems } = compileScorecard(definition, expressions);
  const issues = problems.map(({ path, message }) => ({
    path: [...path],
    message,
  }));
  const { owner } = definition.spec;
  return file.reach === 'owned' && !file.ownerRefs.includes(owner)
    ? [
        ...issues,
        {
          path: ['spec', 'owner'],
          message: `is '${owner}', who does not own the entity that names this file: ${
            file.ownerRefs.join(', ') || 'nobody does'
          }`,
        },
      ]
    : issues;
}
