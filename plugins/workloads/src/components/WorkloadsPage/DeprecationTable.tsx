import { EmptyState, formatNumber, StatusBadge } from '@atrium/ui';
import type { WorkloadSummary } from '@atrium/plugin-workloads-common';
import { describeDeprecation } from '../shared/describeDeprecation';
import { SortableTable, type TableColumn } from '../shared/SortableTable';
import shared from '../shared/shared.module.css';

type DeprecationRow = WorkloadSummary['deprecations'][number];

const COLUMNS: TableColumn<DeprecationRow>[] = [
  {
    id: 'api',
    title: 'API version',
    cell: ({ deprecation }) => (
      <>
        <span className={shared.mono}>{deprecation.apiVersion}</span>
        <div className={shared.muted}>{deprecation.kind}</div>
      </>
    ),
  },
  {
    id: 'state',
    title: 'State',
    cell: ({ deprecation }) => (
      <StatusBadge status={deprecation.isRemoved ? 'bad' : 'warning'}>
        {deprecation.isRemoved ? 'Removed' : 'Deprecated'}
      </StatusBadge>
    ),
  },
  {
    id: 'what-to-do',
    title: 'What to do',
    cell: ({ deprecation }) => describeDeprecation(deprecation),
  },
  {
    id: 'workloads',
    title: 'Workloads',
    isNumber: true,
    cell: ({ workloads }) => formatNumber(workloads),
  },
];

/** The deprecated API versions by which something was applied. */
export function DeprecationTable({ summary }: { summary: WorkloadSummary }) {
  if (summary.deprecations.length === 0) {
    return (
      <EmptyState
        title="No deprecated API version is in use"
        description="Workloads applied by a version that Kubernetes gives up show here, with the one to use."
      />
    );
  }
  return (
    <SortableTable
      label="Deprecated API versions"
      columns={COLUMNS}
      items={summary.deprecations}
      keyOf={({ deprecation: { apiVersion, kind } }) => `${apiVersion} ${kind}`}
    />
  );
}
