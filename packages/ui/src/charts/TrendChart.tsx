import { lazy } from 'react';
import { t } from '../translation';
import { ChartFigure } from './ChartFigure';
import { FigureTable } from './FigureTable';
import type { TrendKind, TrendPoint } from './TrendPoint';

const TrendPlot = lazy(() =>
  import('./TrendPlot').then(m => ({ default: m.TrendPlot })),
);

const HEIGHT = 160;

/** Props of {@link TrendChart}. */
export interface TrendChartProps {
  /** What is drawn: the name of the figure. */
  title: string;
  points: TrendPoint[];
  /** Default: bars. */
  kind?: TrendKind;
  formatValue(value: number): string;
  /** Shorter, for the axis. Default: formatValue. */
  formatTick?(value: number): string;
  /** Whether values are seconds, whose axis is marked at whole minutes or hours. */
  isDuration?: boolean;
}

/** How a figure went over time, as a quiet chart or as the table behind it. */
export function TrendChart(props: TrendChartProps) {
  const { title, points, kind = 'bars', formatValue } = props;
  const { formatTick = formatValue, isDuration = false } = props;
  const plot = {
    points,
    kind,
    formatValue,
    formatTick,
    isDuration,
    height: HEIGHT,
  };
  return (
    <ChartFigure
      title={title}
      height={HEIGHT}
      plot={<TrendPlot {...plot} />}
      table={
        <FigureTable
          title={title}
          rows={points.map(({ label, value, note }) => ({
            label,
            cells: [
              value === undefined
                ? t('trendChart.notMeasured')
                : formatValue(value),
              note,
            ],
          }))}
        />
      }
    />
  );
}
