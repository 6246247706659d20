import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatNumber,
  textStyles,
  useTableSort,
} from '@atrium/ui';
import {
  workloadProblemSchema,
  type WorkloadSummary,
} from '@atrium/plugin-workloads-common';
import { UNOWNED } from '../../hooks/useWorkloadFilters';
import { useWorkloadsHref } from '../../hooks/useWorkloadsHref';
import { CountLink } from './CountLink';
import { PROBLEM_WORDS } from './problemWords';

type OwnerRow = WorkloadSummary['owners'][number];

const COLUMNS: DataColumn<OwnerRow>[] = [
  {
    id: 'owner',
    title: 'Owner',
    sortBy: ({ ownerRef }) => ownerRef,
    cell: ({ ownerRef }) => <EntityRefLink entityRef={ownerRef} hideIcon />,
  },
  {
    id: 'workloads',
    title: 'Workloads',
    isNumber: true,
    sortBy: ({ workloads }) => workloads,
    cell: ({ ownerRef, workloads }) => (
      <CountLink count={workloads} filters={{ owner: ownerRef }} />
    ),
  },
  ...workloadProblemSchema.options.map(
    (problem): DataColumn<OwnerRow> => ({
      id: problem,
      title: PROBLEM_WORDS[problem],
      isNumber: true,
      sortBy: ({ problems }) => problems[problem],
      cell: ({ ownerRef, problems }) => (
        <CountLink
          count={problems[problem]}
          filters={{ owner: ownerRef, problem }}
        />
      ),
    }),
  ),
];

/** The owners of what runs, those with most to see to first. */
export function OwnerTable({ summary }: { summary: WorkloadSummary }) {
  const { sort, setSort } = useTableSort();
  const hrefOf = useWorkloadsHref();
  if (summary.owners.length === 0) {
    return (
      <EmptyState
        title="No workload has an owner yet"
        description="A workload belongs to the owner of the component whose backstage.io/kubernetes-id it carries as a label."
      />
    );
  }
  return (
    <>
      <DataTable
        label="Workloads by owner"
        columns={COLUMNS}
        items={summary.owners}
        keyOf={({ ownerRef }) => ownerRef}
        sort={sort}
        onSort={setSort}
      />
      {summary.unowned > 0 && (
        <p className={textStyles.muted}>
          Beside these,{' '}
          <Link href={hrefOf({ problem: UNOWNED })}>
            {formatNumber(summary.unowned)} that no component claims
          </Link>
          .
        </p>
      )}
    </>
  );
}
