import { lazy } from 'react';
import { formatNumber } from '@atrium/common';
import { t } from '../translation';
import { ChartFigure } from './ChartFigure';
import type { ChartMeaning } from './ChartMeaning';
import { FigureTable } from './FigureTable';
import type {
  StackedEventShape,
  StackedPlace,
  StackedPoint,
} from './StackedPoint';

const StackedPlot = lazy(() =>
  import('./StackedPlot').then(m => ({ default: m.StackedPlot })),
);

const HEIGHT = 220;
const SHAPES: StackedEventShape[] = [
  'done',
  'failed',
  'undone',
  'trouble',
  'unusual',
];

/** Props of {@link StackedChart}. */
export interface StackedChartProps {
  title: string;
  /** From the lowest of the stack to the highest. */
  parts: readonly ChartMeaning[];
  points: readonly StackedPoint[];
  /** What the signs of events mean; one without a meaning is not in the legend. */
  eventLegend?: Partial<Record<StackedEventShape, string>>;
  /** Default: as a number. The place serves those who know it more exactly. */
  formatValue?(value: number, place?: StackedPlace): string;
  /** Shorter, for the axis. Default: formatValue. */
  formatTick?(value: number): string;
  /** What is said where a part is not known. Default: Unknown. */
  missing?: string;
}

/**
 * What something is made of over time: one bar for each instant, with signs above
 * it for what happened meanwhile. What is less than nothing stands below the axis.
 */
export function StackedChart(props: StackedChartProps) {
  const { title, parts, points, eventLegend = {} } = props;
  const { formatValue = formatNumber, missing = t('stackedChart.notKnown') } =
    props;
  const { formatTick = formatValue } = props;
  const shapes = new Set(
    points.flatMap(({ events = [] }) => events.map(({ shape }) => shape)),
  );
  return (
    <ChartFigure
      title={title}
      legend={parts}
      signs={SHAPES.flatMap(shape => {
        const label = eventLegend[shape];
        return label && shapes.has(shape) ? [{ shape, label }] : [];
      })}
      height={HEIGHT}
      plot={
        <StackedPlot
          parts={parts}
          points={points}
          formatValue={formatValue}
          formatTick={value => formatTick(value)}
          missing={missing}
          height={HEIGHT}
        />
      }
      table={
        <FigureTable
          title={title}
          columns={[
            ...parts.map(({ label }) => label),
            ...(shapes.size > 0 ? [t('stackedChart.whatHappened')] : []),
          ]}
          rows={points.map(point => ({
            label: point.label,
            cells: [
              ...parts.map(part =>
                part.id in point.counts
                  ? formatValue(point.counts[part.id], { point, part })
                  : missing,
              ),
              ...(shapes.size > 0
                ? [(point.events ?? []).map(({ label }) => label).join('; ')]
                : []),
            ],
          }))}
        />
      }
    />
  );
}
