import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDate, formatDateTime } from '../format/formatInstant';
import { AXIS_TEXT, TOOLTIP_STYLE } from './plotStyle';
import type { StepPoint } from './StepPoint';
import { toTimeTicks } from './toTimeTicks';

/** Props of {@link StepPlot}. */
export interface StepPlotProps {
  steps: readonly string[];
  points: readonly StepPoint[];
  /** ISO 8601. */
  to: string;
  /** Pixels. */
  height: number;
}

/** The drawing of steps; its own file, so that it is loaded when needed. */
export function StepPlot({ steps, points, to, height }: StepPlotProps) {
  const end = Date.parse(to);
  const data = points.map(({ at, step }) => ({ at: Date.parse(at), step }));
  const last = data.at(-1);
  const start = data.at(0)?.at ?? end;
  const { ticks, format } = toTimeTicks(start, end);
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={{ width: 480, height }}
    >
      <LineChart
        data={last ? [...data, { ...last, at: end }] : data}
        // Hidden from screen readers, so nothing in it may take the focus.
        accessibilityLayer={false}
        margin={{ top: 12, right: 16, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--atrium-border)" />
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={[start, end]}
          ticks={ticks}
          tickFormatter={format}
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={{ stroke: 'var(--atrium-border-strong)' }}
          minTickGap={16}
        />
        <YAxis
          width={84}
          domain={[0, Math.max(1, steps.length - 1)]}
          ticks={steps.map((_, index) => index)}
          interval={0}
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={false}
          tickFormatter={step => steps[step] ?? ''}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--atrium-border-strong)' }}
          contentStyle={TOOLTIP_STYLE}
          itemStyle={{ color: 'var(--atrium-text)' }}
          separator=""
          labelFormatter={at =>
            Number(at) === end ? formatDate(to) : formatDateTime(isoOf(at))
          }
          formatter={step => [steps[Number(step)], '']}
        />
        <Line
          dataKey="step"
          type="stepAfter"
          stroke="var(--atrium-brand)"
          strokeWidth={2}
          dot={false}
          connectNulls={false}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

function isoOf(at: unknown): string {
  return new Date(Number(at)).toISOString();
}
