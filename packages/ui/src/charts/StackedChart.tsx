import { lazy } from 'react';
import { formatNumber } from '../format/formatNumber';
import { ChartFigure } from './ChartFigure';
import type { ChartMeaning } from './ChartMeaning';
import { FigureTable } from './FigureTable';
import type { StackedPoint } from './StackedPoint';

const StackedPlot = lazy(() =>
  import('./StackedPlot').then(m => ({ default: m.StackedPlot })),
);

const HEIGHT = 220;

/** Props of {@link StackedChart}. */
export interface StackedChartProps {
  title: string;
  /** From the lowest of the stack to the highest. */
  parts: readonly ChartMeaning[];
  points: readonly StackedPoint[];
}

/** What something is made of over time: one bar for each instant. */
export function StackedChart({ title, parts, points }: StackedChartProps) {
  return (
    <ChartFigure
      title={title}
      legend={parts}
      height={HEIGHT}
      plot={<StackedPlot parts={parts} points={points} height={HEIGHT} />}
      table={
        <FigureTable
          title={title}
          columns={parts.map(({ label }) => label)}
          rows={points.map(({ label, counts }) => ({
            label,
            cells: parts.map(({ id }) =>
              id in counts ? formatNumber(counts[id]) : 'Not known',
            ),
          }))}
        />
      }
    />
  );
}
