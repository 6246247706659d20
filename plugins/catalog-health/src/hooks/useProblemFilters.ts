import type {
  Problem,
  ProblemKind,
} from '@atrium/plugin-catalog-health-common';
import { problemKinds } from '@atrium/plugin-catalog-health-common';
import { useSearchParams } from 'react-router-dom';

/** The filters of the page, as they stand in its address. */
export interface ProblemFilters {
  owner?: string;
  kind?: ProblemKind;
  repository?: string;
}

/** What to set; undefined takes a filter away. */
export type ProblemFilterChanges = Partial<
  Record<keyof ProblemFilters, string | undefined>
>;

/** The filters stand in the address, so that a link shows the same. */
export function useProblemFilters() {
  const [params, setParams] = useSearchParams();
  const filters: ProblemFilters = {
    owner: params.get('owner') ?? undefined,
    kind: problemKinds.find(kind => kind === params.get('kind')),
    repository: params.get('repository') ?? undefined,
  };
  return {
    filters,
    set(changes: ProblemFilterChanges) {
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value) {
              after.set(name, value);
            } else {
              after.delete(name);
            }
          }
          return after;
        },
        { replace: true },
      );
    },
  };
}

/** Those that fit the filters. */
export function filterProblems(
  problems: Problem[],
  { owner, kind, repository }: ProblemFilters,
): Problem[] {
  return problems.filter(
    problem =>
      (owner === undefined || problem.ownerRef === owner) &&
      (kind === undefined || problem.kind === kind) &&
      (repository === undefined || problem.repository === repository),
  );
}
