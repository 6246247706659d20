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
  type Spending,
  spendingBetween,
} from '../../objectives/spendingBetween';
import type { BudgetChartProps } from './BudgetChart';

/** The charts show all of them; the newest are the ones to look at. */
const MAX_ROWS = 6;

interface MeanwhileLine {
  id: string;
  at: string;
  label: string;
  spending: Spending | undefined;
}

const COLUMNS: DataColumn<MeanwhileLine>[] = [
  {
    title: 'When',
    cell: ({ at }) => (
      <span className={textStyles.nowrap}>{formatDateTime(at)}</span>
    ),
  },
  { title: 'What happened', cell: ({ label }) => label },
  {
    title: 'Budget spent meanwhile',
    cell: ({ spending }) => <Spent spending={spending} />,
  },
];

/** Props of {@link MeanwhileTable}. */
export interface MeanwhileTableProps extends BudgetChartProps {
  status: ObjectiveStatus;
}

/** The newest deployments and incidents, with what was spent under each. */
export function MeanwhileTable(props: MeanwhileTableProps) {
  const lines = linesOf(props);
  if (lines.length === 0) {
    return null;
  }
  return (
    <DataTable
      label="What happened meanwhile"
      columns={COLUMNS}
      items={lines}
      keyOf={({ id }) => id}
      limit={MAX_ROWS}
    />
  );
}

function Spent({ spending }: { spending: Spending | undefined }) {
  if (!spending) {
    return <span className={textStyles.muted}>Not known</span>;
  }
  const { share, burnRate } = spending;
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
function linesOf(props: MeanwhileTableProps): MeanwhileLine[] {
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
    .map(({ until, ...line }) => ({
      ...line,
      spending: spendingBetween(series.points, {
        from: line.at,
        until,
        status,
      }),
    }))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
