import {
  type ApiDeprecation,
  type WorkloadProblem,
  type WorkloadRow,
  type WorkloadSummary,
} from '@atrium/plugin-workloads-common';

/** Counts rows by problem, by owner and by what the filters choose among. */
export function summarizeRows(
  rows: WorkloadRow[],
): Omit<WorkloadSummary, 'clusters'> {
  const owned = new Map<string, WorkloadRow[]>();
  const deprecated = new Map<string, [ApiDeprecation, number]>();
  const places = new Map<string, WorkloadSummary['namespaces'][number]>();
  for (const row of rows) {
    const { cluster, namespace, ownerRef, deprecation } = row;
    if (ownerRef) {
      const own = owned.get(ownerRef) ?? [];
      own.push(row);
      owned.set(ownerRef, own);
    }
    if (deprecation) {
      const key = JSON.stringify(deprecation);
      const [, count] = deprecated.get(key) ?? [deprecation, 0];
      deprecated.set(key, [deprecation, count + 1]);
    }
    const place = `${cluster}/${namespace}`;
    const workloads = (places.get(place)?.workloads ?? 0) + 1;
    places.set(place, { cluster, namespace, workloads });
  }
  return {
    totalWorkloads: rows.length,
    unowned: rows.filter(({ entityRef }) => !entityRef).length,
    problems: countProblems(rows),
    owners: [...owned]
      .map(([ownerRef, own]) => ({
        ownerRef,
        workloads: own.length,
        withProblems: own.filter(({ problems }) => problems.length > 0).length,
        problems: countProblems(own),
      }))
      .sort(
        (a, b) =>
          b.withProblems - a.withProblems ||
          a.ownerRef.localeCompare(b.ownerRef),
      ),
    deprecations: [...deprecated.values()]
      .map(([deprecation, workloads]) => ({ deprecation, workloads }))
      .sort(
        (a, b) =>
          Number(b.deprecation.isRemoved) - Number(a.deprecation.isRemoved) ||
          b.workloads - a.workloads,
      ),
    namespaces: [...places.values()].sort(
      (a, b) =>
        a.cluster.localeCompare(b.cluster) ||
        a.namespace.localeCompare(b.namespace),
    ),
  };
}

function countProblems(rows: WorkloadRow[]): Record<WorkloadProblem, number> {
  const counts: Record<WorkloadProblem, number> = {
    'not-ready': 0,
    'version-drift': 0,
    'deprecated-api': 0,
    'no-digest': 0,
    'no-limits': 0,
  };
  for (const { problems } of rows) {
    for (const problem of problems) {
      counts[problem] += 1;
    }
  }
  return counts;
}
