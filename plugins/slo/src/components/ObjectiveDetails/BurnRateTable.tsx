import {
  type DataColumn,
  DataTable,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import {
  type AlertRule,
  alertRules,
  durationWords,
  formatBurnRate,
  type ObjectiveStatus,
  type SloDetails,
} from '@atrium/plugin-slo-common';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { t } from '../../translation';
import { burnWords } from '../../words/burnWords';
import { severityWord } from '../../words/stateWords';

type WindowRate = ObjectiveStatus['burnRates'][number];

/** Props of {@link BurnRateTable}. */
export interface BurnRateTableProps {
  row: ObjectiveRow;
  status: ObjectiveStatus;
  /** Absent until it is known: what alerts is then left out. */
  definition: SloDetails | undefined;
}

/** How fast the budget burns over each window, and what that would alert. */
export function BurnRateTable(props: BurnRateTableProps) {
  const { row, status, definition } = props;
  const rules = definition ? rulesOf(row, definition) : [];
  const columns: DataColumn<WindowRate>[] = [
    {
      title: t('burnRateTable.inTheLast'),
      cell: ({ windowMinutes }) => (
        <span className={textStyles.nowrap}>
          {durationWords(windowMinutes)}
        </span>
      ),
    },
    {
      title: t('burnRateTable.burnRate'),
      cell: ({ burnRate }) =>
        burnRate === undefined ? (
          <span className={textStyles.muted}>{t('burnRateTable.noEvent')}</span>
        ) : (
          formatBurnRate(burnRate)
        ),
    },
    {
      title: t('burnRateTable.atThisRate'),
      cell: ({ burnRate }) => burnWords(burnRate, status),
    },
    {
      title: t('burnRateTable.alerts'),
      cell: rate => <RuleWords rules={rules} rate={rate} />,
    },
  ];
  return (
    <DataTable
      label={t('burnRateTable.burnRateOfEachWindow')}
      columns={columns}
      items={status.burnRates}
      keyOf={({ windowMinutes }) => String(windowMinutes)}
    />
  );
}

function RuleWords(props: { rules: AlertRule[]; rate: WindowRate }) {
  const { windowMinutes, burnRate } = props.rate;
  return (
    <>
      {props.rules
        .flatMap(rule => describeRule(rule, windowMinutes))
        .map(({ words, factor }) => (
          <div key={words}>
            {burnRate !== undefined && burnRate > factor ? (
              <StatusBadge status="warning">{words}</StatusBadge>
            ) : (
              <span className={textStyles.muted}>{words}</span>
            )}
          </div>
        ))}
    </>
  );
}

function rulesOf(
  { objectiveId }: ObjectiveRow,
  { definition }: SloDetails,
): AlertRule[] {
  const objective = definition.objectives.find(({ id }) => id === objectiveId);
  return objective ? alertRules(definition, objective) : [];
}

/** The part that a window has in a rule; both windows have to burn as fast. */
function describeRule({ severity, windows }: AlertRule, windowMinutes: number) {
  return windows.flatMap(({ longMinutes, shortMinutes, factor }) => {
    if (windowMinutes !== longMinutes && windowMinutes !== shortMinutes) {
      return [];
    }
    const other = windowMinutes === longMinutes ? shortMinutes : longMinutes;
    const speed = t('burnRateTable.above', {
      severity: severityWord(severity),
      factor: formatBurnRate(factor),
    });
    return [
      {
        factor,
        words:
          longMinutes === shortMinutes
            ? speed
            : t('burnRateTable.ifAsWell', {
                speed,
                other: durationWords(other),
              }),
      },
    ];
  });
}
