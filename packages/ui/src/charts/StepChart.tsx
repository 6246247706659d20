import { lazy } from 'react';
import { formatDateTime } from '../format/formatInstant';
import { ChartFigure } from './ChartFigure';
import { FigureTable } from './FigureTable';
import type { StepPoint } from './StepPoint';

const StepPlot = lazy(() =>
  import('./StepPlot').then(m => ({ default: m.StepPlot })),
);

const ROW_HEIGHT = 28;
const AXIS_HEIGHT = 48;

/** Props of {@link StepChart}. */
export interface StepChartProps {
  title: string;
  /** The names of the steps, from the lowest to the highest. */
  steps: readonly string[];
  /** Oldest first. */
  points: readonly StepPoint[];
  /** What a step is called that nobody knows. */
  unknownLabel: string;
  /** ISO 8601: how far the last step lasts. */
  to: string;
}

/** On which of a few steps something stood over time. */
export function StepChart(props: StepChartProps) {
  const { title, steps, points, unknownLabel, to } = props;
  const height = steps.length * ROW_HEIGHT + AXIS_HEIGHT;
  return (
    <ChartFigure
      title={title}
      height={height}
      plot={<StepPlot steps={steps} points={points} to={to} height={height} />}
      table={
        <FigureTable
          title={title}
          rows={points.map(({ at, step, note }) => ({
            label: formatDateTime(at),
            cells: [step === undefined ? unknownLabel : steps[step], note],
          }))}
        />
      }
    />
  );
}
