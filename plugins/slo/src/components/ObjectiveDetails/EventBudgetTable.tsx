import {
  type DataColumn,
  DataTable,
  formatDateTime,
  textStyles,
} from '@atrium/ui';
import {
  formatBurnRate,
  formatShare,
  type ObjectiveStatus,
} from '@atrium/plugin-slo-common';
import { toIncidentBands, toMarks } from '../../objectives/chartEvents';
import {
  type BudgetSpent,
  budgetSpentBetween,
} from '../../objectives/budgetSpentBetween';
import type { BudgetChartProps } from './BudgetChart';

/** The charts show all of them; the newest are the ones to look at. */
const MAX_ROWS = 6;

interface EventBudgetRow {
  id: string;
  at: string;
  label: string;
  budgetSpent: BudgetSpent | undefined;
}

const COLUMNS: DataColumn<EventBudgetRow>[] = [
  {
    title: 'When',
    cell: ({ at }) => (
      <span className={textStyles.nowrap}>{formatDateTime(at)}</span>
    ),
  },
  { title: 'What happened', cell: ({ label }) => label },
  {
    title: 'Budget spent',
    cell: ({ budgetSpent }) => <Spent budgetSpent={budgetSpent} />,
  },
];

/** Props of {@link EventBudgetTable}. */
export interface EventBudgetTableProps extends BudgetChartProps {
  status: ObjectiveStatus;
}

/** The newest deployments and incidents, with what was spent under each. */
export function EventBudgetTable(props: EventBudgetTableProps) {
  const rows = rowsOf(props);
  if (rows.length === 0) {
    return null;
  }
  return (
    <DataTable
      label="Events"
      columns={COLUMNS}
      items={rows}
      keyOf={({ id }) => id}
      limit={MAX_ROWS}
    />
  );
}

function Spent({ budgetSpent }: { budgetSpent: BudgetSpent | undefined }) {
  if (!budgetSpent) {
    return <span className={textStyles.muted}>Not known</span>;
  }
  const { share, burnRate } = budgetSpent;
  const speed = `${formatBurnRate(burnRate)} as fast as allowed`;
  return burnRate > 1 ? (
    <>
      <strong>{formatShare(share)}</strong>, {speed}
    </>
  ) : (
    <span className={textStyles.muted}>
      {formatShare(share)}, {speed}
    </span>
  );
}

/**
 * Newest first: deployments until the next one, incidents for as long as they
 * lasted.
 */
function rowsOf(props: EventBudgetTableProps): EventBudgetRow[] {
  const { series, events, status } = props;
  const deployments = toMarks(events, series);
  return [
    ...deployments.map(({ id, at, label }, index) => ({
      id,
      at,
      label,
      until: deployments[index + 1]?.at,
    })),
    ...toIncidentBands(events, series).map(({ id, from, to, label }) => ({
      id,
      at: from,
      label,
      until: to,
    })),
  ]
    .map(({ until, ...row }) => ({
      ...row,
      budgetSpent: budgetSpentBetween(series.points, {
        from: row.at,
        until,
        status,
      }),
    }))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
