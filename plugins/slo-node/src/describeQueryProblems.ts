import type { SloQueryProblem } from './sloSourcesExtensionPoint';

/** Says in one line what is wrong with a query, for its result. */
export function describeQueryProblems(problems: SloQueryProblem[]): string {
  return problems
    .map(({ message, path }) =>
      path ? `'${['spec', ...path].join('.')}' ${message}` : message,
    )
    .join('; ');
}
