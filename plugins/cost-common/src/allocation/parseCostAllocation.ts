import {
  type FieldIssue,
  type FileProblem,
  parseYamlFile,
  repeatedNames,
  type TextPosition,
  toFieldProblem,
} from '@atrium/common/yaml';
import {
  type CostAllocationDefinition,
  costAllocationDefinitionSchema,
} from './costAllocationDefinition';
import { compileTarget } from './targetTemplate';

/** Valid rules of allocation, and where they stand. */
export interface LocatedCostAllocation {
  definition: CostAllocationDefinition;
  /** Where a field stands, or what is nearest to it. */
  locate(path: readonly PropertyKey[]): TextPosition;
}

/** What a file of rules says. */
export interface ParsedCostAllocation {
  /** Absent where there are problems. */
  allocation?: LocatedCostAllocation;
  problems: FileProblem[];
}

/**
 * Reads the YAML file that says whose every charge is: one document for all.
 *
 * @param source - the file or address, as problems name it
 */
export function parseCostAllocation(
  text: string,
  source: string,
): ParsedCostAllocation {
  const file = parseYamlFile(text, {
    schema: costAllocationDefinitionSchema,
    unknownKey: 'is not a field of a cost allocation',
  });
  const [first, second] = file.documents;
  const found = [
    ...file.problems,
    ...file.documents.flatMap(({ problems }) => problems),
    ...(second
      ? [
          {
            ...second.locate([]),
            message:
              'This is the second document; all rules are in one, since their order decides',
          },
        ]
      : []),
  ];
  if (first?.document) {
    found.push(
      ...findIssues(first.document).map(issue =>
        toFieldProblem(issue, first.locate),
      ),
    );
  }
  return {
    allocation:
      first?.document && found.length === 0
        ? { definition: first.document, locate: first.locate }
        : undefined,
    problems: found.map(problem => ({ source, ...problem })),
  };
}

/** What the schema cannot say: names that are there twice, or not at all. */
function findIssues({ spec }: CostAllocationDefinition): FieldIssue[] {
  const pools = new Set(spec.pools.map(({ name }) => name));
  const targets = spec.rules.flatMap(({ to }, index): FieldIssue[] => {
    const path = ['spec', 'rules', index, 'to'];
    if (to.pool !== undefined && !pools.has(to.pool)) {
      const known = [...pools].join(', ') || 'there are none';
      const message = `is '${to.pool}', which is none of the pools: ${known}`;
      return [{ path: [...path, 'pool'], message }];
    }
    const problem =
      to.entity === undefined ? undefined : compileTarget(to.entity).problem;
    return problem === undefined
      ? []
      : [{ path: [...path, 'entity'], message: problem }];
  });
  return [
    ...repeatedNames(spec.rules, ['spec', 'rules']),
    ...repeatedNames(spec.pools, ['spec', 'pools']),
    ...targets,
  ];
}
