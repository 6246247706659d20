import {
  type DataColumn,
  DataTable,
  formatDateTime,
  formatShare,
  textStyles,
} from '@atrium/ui';
import {
  formatBurnRate,
  type ObjectiveStatus,
} from '@atrium/plugin-slo-common';
import { toIncidentBands, toMarks } from '../../objectives/chartEvents';
import {
  type BudgetSpent,
  budgetSpentBetween,
} from '../../objectives/budgetSpentBetween';
import { t } from '../../translation';
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
    get title() {
      return t('eventBudgetTable.when');
    },
    cell: ({ at }) => (
      <span className={textStyles.nowrap}>{formatDateTime(at)}</span>
    ),
  },
  {
    get title() {
      return t('eventBudgetTable.whatHappened');
    },
    cell: ({ label }) => label,
  },
  {
    get title() {
      return t('eventBudgetTable.budgetSpent');
    },
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
      label={t('eventBudgetTable.events')}
      columns={COLUMNS}
      items={rows}
      keyOf={({ id }) => id}
      limit={MAX_ROWS}
    />
  );
}

function Spent({ budgetSpent }: { budgetSpent: BudgetSpent | undefined }) {
  if (!budgetSpent) {
    return (
      <span className={textStyles.muted}>{t('eventBudgetTable.notKnown')}</span>
    );
  }
  const { share, burnRate } = budgetSpent;
  const speed = t('eventBudgetTable.asFastAsAllowed', {
    burnRate: formatBurnRate(burnRate),
  });
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
