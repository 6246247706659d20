import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatDuration,
  inSentence,
  QueryState,
  readField,
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
import { t } from '../../translation';
import { severityWord } from '../../words/stateWords';

/** Whom an alert reaches without a notification target of its own. */
const OWNERS = 'owners';

const STATES = {
  pending: {
    status: 'warning',
    get text() {
      return t('alertHistory.pending');
    },
  },
  firing: {
    status: 'bad',
    get text() {
      return t('alertHistory.firing');
    },
  },
  resolved: {
    status: 'good',
    get text() {
      return t('alertHistory.resolved');
    },
  },
} as const;

const COLUMNS: DataColumn<SloAlert>[] = [
  {
    get title() {
      return t('alertHistory.state');
    },
    cell: ({ state }) => (
      <StatusBadge status={STATES[state].status}>
        {STATES[state].text}
      </StatusBadge>
    ),
  },
  {
    get title() {
      return t('alertHistory.severity');
    },
    cell: ({ severity }) => severityWord(severity),
  },
  {
    get title() {
      return t('alertHistory.why');
    },
    cell: reasonOf,
  },
  {
    get title() {
      return t('alertHistory.since');
    },
    cell: ({ firedAt, startedAt }) => (
      <span className={textStyles.nowrap}>
        <RelativeTime instant={firedAt ?? startedAt} />
      </span>
    ),
  },
  {
    get title() {
      return t('alertHistory.lasted');
    },
    cell: alert => <span className={textStyles.nowrap}>{lengthOf(alert)}</span>,
  },
  {
    get title() {
      return t('alertHistory.notified');
    },
    cell: alert => <Deliveries alert={alert} />,
  },
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
          title={t('alertHistory.noAlertYet')}
          description={t('alertHistory.oneComesWhenTheBudget')}
        />
      }
    >
      {({ items }) => (
        <DataTable
          label={t('alertHistory.alertsNewestFirst')}
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
      {deliveries.map(delivery => {
        const { target: name, state, at, isDelivered } = delivery;
        const message = readField(delivery, 'message');
        const target = name === OWNERS ? t('alertHistory.owners') : name;
        return (
          <div key={`${name} ${state} ${at}`}>
            {isDelivered ? (
              <span className={textStyles.muted}>
                {t('alertHistory.reached', {
                  target,
                  state: inSentence(STATES[state].text),
                })}
              </span>
            ) : (
              <StatusBadge status="warning">
                {message
                  ? t('alertHistory.notReachedBecause', { target, message })
                  : t('alertHistory.notReached', { target })}
              </StatusBadge>
            )}
          </div>
        );
      })}
    </>
  );
}

function reasonOf(alert: SloAlert): string {
  if (alert.reason === 'no-data') {
    return t('alertHistory.noDataArrived');
  }
  const { longWindowMinutes, longBurnRate, factor } = alert;
  if (longWindowMinutes === undefined || longBurnRate === undefined) {
    return t('alertHistory.theBudgetBurntTooFast');
  }
  const speed = t('alertHistory.in', {
    longBurnRate: formatBurnRate(longBurnRate),
    longWindowMinutes: durationWords(longWindowMinutes),
  });
  return factor === undefined
    ? speed
    : t('alertHistory.moreThan', { speed, factor: formatBurnRate(factor) });
}

function lengthOf({ firedAt, startedAt, resolvedAt }: SloAlert): string {
  return resolvedAt
    ? formatDuration(
        (Date.parse(resolvedAt) - Date.parse(firedAt ?? startedAt)) / 1_000,
      )
    : t('alertHistory.goesOn');
}
