import { Button } from '@backstage/ui';
import {
  EmptyState,
  formatNumber,
  formatShortDay,
  HeatMap,
  type HeatMapCell,
  QueryState,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import {
  coverageWords,
  formatSli,
  formatTarget,
  type HeatMapObjective,
  type HeatMapSlo,
} from '@atrium/plugin-slo-common';
import type { SloFilters } from '../../hooks/useSloFilters';
import { useHeatMap } from '../../hooks/useHeatMap';
import { alertWords } from '../../words/stateWords';
import { ObjectiveLink } from '../shared/ObjectiveLink';

/** From here on a week has spent what it may nearly whole. */
const NEARLY_SPENT = 0.75;

/** How objectives did week by week, those worst off now first. */
export function WeekMap({ filters }: { filters: SloFilters }) {
  const query = useHeatMap({
    ownerRef: filters.owner,
    systemRef: filters.system,
  });
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => rowsOf(items).length === 0}
      empty={
        <EmptyState
          title="No SLO fits the filters"
          description="Remove one to see more."
        />
      }
    >
      {({ items, totalItems }) => (
        <>
          <HeatMap
            title="SLI of each week"
            lineTitle="Objective and target"
            columns={rowsOf(items)[0].cells.map(({ weekStart }) =>
              formatShortDay(weekStart),
            )}
            lines={rowsOf(items).map(row => ({
              id: `${row.slo.sloId} ${row.objectiveId}`,
              title: <LineTitle row={row} />,
              cells: row.cells.map(cell => toCell(cell, row)),
            }))}
          />
          <div className={textStyles.line}>
            <span className={textStyles.muted}>
              Weeks begin on Monday (UTC). Bold: the target was missed.
              Underlined: more than three quarters of what it allows were bad.
              Dashed: not measured.
            </span>
            {query.hasNextPage && (
              <>
                <Button
                  variant="secondary"
                  size="small"
                  isPending={query.isFetchingNextPage}
                  onPress={() => query.fetchNextPage()}
                >
                  Show more
                </Button>
                <span role="status" className={textStyles.muted}>
                  {formatNumber(items.length)} of {formatNumber(totalItems)}{' '}
                  SLOs shown
                </span>
              </>
            )}
          </div>
        </>
      )}
    </QueryState>
  );
}

/** One objective, which is one line. */
interface WeekRow extends HeatMapObjective {
  slo: HeatMapSlo;
}

function rowsOf(slos: HeatMapSlo[]): WeekRow[] {
  return slos.flatMap(slo =>
    slo.objectives.map(objective => ({ ...objective, slo })),
  );
}

function LineTitle({ row }: { row: WeekRow }) {
  const { slo, objectiveId, target, alert } = row;
  const { sloId, sloName, entityRef } = slo;
  return (
    <>
      <ObjectiveLink
        to={{ sloId, objectiveId, entityRef }}
        title={sloName}
        subtitle={slo.objectives.length > 1 ? objectiveId : undefined}
      />{' '}
      <span className={textStyles.muted}>{formatTarget(target)}</span>
      {alert?.state === 'firing' && (
        <StatusBadge status={alert.severity === 'page' ? 'bad' : 'warning'}>
          {`${alertWords(alert.severity)} now`}
        </StatusBadge>
      )}
    </>
  );
}

function toCell(
  { weekStart, sli, isTargetMet, coverage }: WeekRow['cells'][number],
  { target }: WeekRow,
): HeatMapCell {
  const week = `Week of ${formatShortDay(weekStart)}`;
  if (sli === undefined) {
    return { text: '–', label: `${week}: not measured` };
  }
  const text = formatSli(sli, target);
  const isTight = (1 - sli) / (1 - target) > NEARLY_SPENT;
  const verdict = isTargetMet ? 'target kept' : 'target missed';
  return {
    text,
    tone: isTargetMet ? (isTight && 'warning') || 'good' : 'bad',
    label: `${week}: ${text}, ${verdict}. ${coverageWords(coverage)}.`,
  };
}
