import { Button } from '@backstage/ui';
import {
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
import type { SloFilterChanges, SloFilters } from '../../hooks/useSloFilters';
import { useHeatMap } from '../../hooks/useHeatMap';
import { t } from '../../translation';
import { alertWords } from '../../words/stateWords';
import { ObjectiveLink } from '../shared/ObjectiveLink';
import { NoSlos } from './NoSlos';

/** From here on a week has spent what it may nearly whole. */
const NEARLY_SPENT = 0.75;

/** Props of {@link WeekMap}. */
export interface WeekMapProps {
  filters: SloFilters;
  onChange(changes: SloFilterChanges): void;
}

/** How objectives did week by week, those worst off now first. */
export function WeekMap({ filters, onChange }: WeekMapProps) {
  const query = useHeatMap({
    ownerRef: filters.owner,
    systemRef: filters.system,
  });
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => rowsOf(items).length === 0}
      empty={<NoSlos filters={filters} onChange={onChange} />}
    >
      {({ items, totalItems }) => (
        <>
          <HeatMap
            title={t('weekMap.sliOfEachWeek')}
            lineTitle={t('weekMap.objectiveAndTarget')}
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
              {t('weekMap.weeksBeginOnMondayUtc')}
            </span>
            {query.hasNextPage && (
              <>
                <Button
                  variant="secondary"
                  size="small"
                  isPending={query.isFetchingNextPage}
                  onPress={() => query.fetchNextPage()}
                >
                  {t('weekMap.showMore')}
                </Button>
                <span role="status" className={textStyles.muted}>
                  {t('weekMap.ofSlosShown', {
                    itemsCount: formatNumber(items.length),
                    totalItems: formatNumber(totalItems),
                  })}
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
  const { slo, objectiveId, displayName, target, alert } = row;
  const { sloId, sloName, entityRef } = slo;
  const title = slo.displayName ?? sloName;
  return (
    <>
      <ObjectiveLink
        to={{ sloId, objectiveId, entityRef }}
        name={
          slo.objectives.length > 1
            ? `${title} · ${displayName ?? objectiveId}`
            : title
        }
      />{' '}
      <span className={textStyles.muted}>{formatTarget(target)}</span>{' '}
      {alert?.state === 'firing' && (
        <StatusBadge status={alert.severity === 'page' ? 'bad' : 'warning'}>
          {t('weekMap.now', { severity: alertWords(alert.severity) })}
        </StatusBadge>
      )}
    </>
  );
}

function toCell(
  { weekStart, sli, isTargetMet, coverage }: WeekRow['cells'][number],
  { target }: WeekRow,
): HeatMapCell {
  const week = t('weekMap.weekOf', { weekStart: formatShortDay(weekStart) });
  if (sli === undefined) {
    return { text: '–', label: t('weekMap.notMeasured', { week }) };
  }
  const text = formatSli(sli, target);
  const isTight = (1 - sli) / (1 - target) > NEARLY_SPENT;
  const verdict = isTargetMet
    ? t('weekMap.targetKept')
    : t('weekMap.targetMissed');
  return {
    text,
    tone: isTargetMet ? (isTight && 'warning') || 'good' : 'bad',
    label: `${week}: ${text}, ${verdict}. ${coverageWords(coverage)}.`,
  };
}
