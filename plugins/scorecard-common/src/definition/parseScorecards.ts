import {
  type FieldIssue,
  type FileProblem,
  type ParsedYamlDocument,
  parseYamlFile,
  repeatedNames,
  type TextPosition,
  toFieldProblem,
} from '@atrium/common/yaml';
import {
  type ScorecardDefinition,
  scorecardDefinitionSchema,
} from './scorecardDefinition';

/** Pages that stand beside those of scorecards in the address. */
const PAGE_NAMES = ['teams', 'initiatives', 'exemptions', 'findings', 'new'];

/** A valid scorecard, and where it stands. */
export interface LocatedScorecard {
  definition: ScorecardDefinition;
  /** The file or address it was read from. */
  source: string;
  /** Where a field stands, or what is nearest to it. */
  locate(path: readonly PropertyKey[]): TextPosition;
}

/** What a file of scorecards says. */
export interface ParsedScorecards {
  /** Those without problems. */
  scorecards: LocatedScorecard[];
  problems: FileProblem[];
}

/**
 * Reads a YAML file of scorecards. One with problems is left out, the others
 * stand. Expressions are not looked at here: they need to know the facts.
 *
 * @param source - the file or address, as problems name it
 */
export function parseScorecards(
  text: string,
  source: string,
): ParsedScorecards {
  const file = parseYamlFile(text, {
    schema: scorecardDefinitionSchema,
    unknownKey: 'is not a field of a scorecard',
  });
  const scorecards: LocatedScorecard[] = [];
  const problems = [...file.problems];
  for (const one of file.documents) {
    const issues = one.document ? findIssues(one.document) : [];
    problems.push(
      ...one.problems,
      ...issues.map(issue => toFieldProblem(issue, one.locate)),
    );
    if (issues.length === 0) {
      scorecards.push(...toLocated(one, source));
    }
  }
  return {
    scorecards,
    problems: problems.map(problem => ({ source, ...problem })),
  };
}

function toLocated(
  { document, locate }: ParsedYamlDocument<ScorecardDefinition>,
  source: string,
): LocatedScorecard[] {
  return document ? [{ definition: document, source, locate }] : [];
}

/** What the schema cannot say: names that are there twice, or not at all. */
function findIssues({ metadata, spec }: ScorecardDefinition): FieldIssue[] {
  const levels = new Set(spec.levels.map(({ name }) => name));
  const unknownLevels = spec.checks.flatMap(({ level }, index) =>
    level === undefined || levels.has(level)
      ? []
      : [
          {
            path: ['spec', 'checks', index, 'level'],
            message: `is '${level}', which is none of the levels: ${
              [...levels].join(', ') || 'there are none'
            }`,
          },
        ],
  );
  const reserved = PAGE_NAMES.filter(name => name === metadata.name);
  return [
    ...reserved.map(name => ({
      path: ['metadata', 'name'],
      message: `is '${name}', which is a page of the portal: choose another name`,
    })),
    ...repeatedNames(spec.levels, ['spec', 'levels']),
    ...repeatedNames(spec.checks, ['spec', 'checks']),
    ...unknownLevels,
  ];
}
