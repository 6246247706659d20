import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatDuration,
  QueryState,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import {
  durationWords,
  formatBurnRate,
  type SloAlert,
} from '@atrium/plugin-slo-common';
import { useAlerts } from '../../hooks/useSlos';

const STATES = {
  pending: { status: 'warning', text: 'Pending' },
  firing: { status: 'bad', text: 'Firing' },
  resolved: { status: 'good', text: 'Resolved' },
} as const;

const COLUMNS: DataColumn<SloAlert>[] = [
  {
    title: 'State',
    cell: ({ state }) => (
      <StatusBadge status={STATES[state].status}>
        {STATES[state].text}
      </StatusBadge>
    ),
  },
  { title: 'Severity', cell: ({ severity }) => severity },
  { title: 'Why', cell: reasonOf },
  {
    title: 'Since',
    cell: ({ firedAt, startedAt }) => (
      <span className={textStyles.nowrap}>
        <RelativeTime instant={firedAt ?? startedAt} />
      </span>
    ),
  },
  {
    title: 'Lasted',
    cell: alert => <span className={textStyles.nowrap}>{lengthOf(alert)}</span>,
  },
  { title: 'Notified', cell: alert => <Deliveries alert={alert} /> },
];

/** Props of {@link AlertHistory}. */
export interface AlertHistoryProps {
  sloId: string;
  /** Only those of this objective. */
  objectiveId?: string;
}

/** The newest alerts of an SLO, and whom they reached. */
export function AlertHistory({ sloId, objectiveId }: AlertHistoryProps) {
  const select = (alerts: SloAlert[]) =>
    alerts.filter(
      alert => objectiveId === undefined || alert.objectiveId === objectiveId,
    );
  return (
    <QueryState
      query={useAlerts(sloId)}
      isEmpty={({ items }) => select(items).length === 0}
      empty={
        <EmptyState
          title="No alert yet"
          description="One comes when the budget burns faster than the table above says, in both windows."
        />
      }
    >
      {({ items }) => (
        <DataTable
          label="Alerts, newest first"
          columns={COLUMNS}
          items={select(items)}
          keyOf={({ id }) => id}
        />
      )}
    </QueryState>
  );
}

function Deliveries({ alert: { deliveries } }: { alert: SloAlert }) {
  return (
    <>
      {deliveries.map(({ target, state, at, isDelivered, message }) => (
        <div key={`${target} ${state} ${at}`}>
          {isDelivered ? (
            <span className={textStyles.muted}>{`${target} (${state})`}</span>
          ) : (
            <StatusBadge status="warning">
              {`${target} not reached${message ? `: ${message}` : ''}`}
            </StatusBadge>
          )}
        </div>
      ))}
    </>
  );
}

function reasonOf(alert: SloAlert): string {
  if (alert.reason === 'no-data') {
    return 'No data arrived';
  }
  const { longWindowMinutes, longBurnRate, factor } = alert;
  if (longWindowMinutes === undefined || longBurnRate === undefined) {
    return 'The budget burnt too fast';
  }
  const speed = `${formatBurnRate(longBurnRate)} in ${durationWords(
    longWindowMinutes,
  )}`;
  return factor === undefined
    ? speed
    : `${speed}, more than ${formatBurnRate(factor)}`;
}

function lengthOf({ firedAt, startedAt, resolvedAt }: SloAlert): string {
  return resolvedAt
    ? formatDuration(
        (Date.parse(resolvedAt) - Date.parse(firedAt ?? startedAt)) / 1_000,
      )
    : 'goes on';
}
