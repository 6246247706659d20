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
import { t } from '../../translation';
import { CountLink } from './CountLink';
import { PROBLEM_WORDS } from './problemWords';

type OwnerRow = WorkloadSummary['owners'][number];

const COLUMNS: DataColumn<OwnerRow>[] = [
  {
    id: 'owner',
    get title() {
      return t('ownerTable.owner');
    },
    sortBy: ({ ownerRef }) => ownerRef,
    cell: ({ ownerRef }) => <EntityRefLink entityRef={ownerRef} hideIcon />,
  },
  {
    id: 'workloads',
    get title() {
      return t('ownerTable.workloads');
    },
    isNumber: true,
    sortBy: ({ workloads }) => workloads,
    cell: ({ ownerRef, workloads }) => (
      <CountLink count={workloads} filters={{ owner: ownerRef }} />
    ),
  },
  ...workloadProblemSchema.options.map(
    (problem): DataColumn<OwnerRow> => ({
      id: problem,
      get title() {
        return PROBLEM_WORDS[problem];
      },
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
        title={t('ownerTable.noWorkloadHasAnOwner')}
        description={t('ownerTable.aWorkloadBelongsToThe')}
      />
    );
  }
  return (
    <>
      <DataTable
        label={t('ownerTable.workloadsByOwner')}
        columns={COLUMNS}
        items={summary.owners}
        keyOf={({ ownerRef }) => ownerRef}
        sort={sort}
        onSort={setSort}
      />
      {summary.unowned > 0 && (
        <p className={textStyles.muted}>
          {t('ownerTable.besideThese', {
            link: (
              <Link href={hrefOf({ problem: UNOWNED })}>
                {t('ownerTable.thatNoComponentClaims', {
                  unowned: formatNumber(summary.unowned),
                })}
              </Link>
            ),
          })}
        </p>
      )}
    </>
  );
}
