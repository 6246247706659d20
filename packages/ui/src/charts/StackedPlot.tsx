import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { AXIS_TEXT, TOOLTIP_STYLE } from './plotStyle';
import type { ChartMeaning } from './ChartMeaning';
import type { StackedPoint } from './StackedPoint';

/** Props of {@link StackedPlot}. */
export interface StackedPlotProps {
  parts: readonly ChartMeaning[];
  points: readonly StackedPoint[];
  /** Pixels. */
  height: number;
}

/** The drawing of a stack; its own file, so that it is loaded when needed. */
export function StackedPlot({ parts, points, height }: StackedPlotProps) {
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={{ width: 640, height }}
    >
      <BarChart
        data={[...points]}
        // Hidden from screen readers, so nothing in it may take the focus.
        accessibilityLayer={false}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--atrium-border)" />
        <XAxis
          dataKey="label"
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={{ stroke: 'var(--atrium-border-strong)' }}
          minTickGap={16}
        />
        <YAxis
          width={40}
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={false}
          tickCount={4}
          allowDecimals={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--atrium-sunken)' }}
          contentStyle={TOOLTIP_STYLE}
          itemStyle={{ color: 'var(--atrium-text)' }}
        />
        {parts.map(({ id, label, color }) => (
          <Bar
            key={id}
            name={label}
            dataKey={({ counts }: StackedPoint) => counts[id]}
            stackId="all"
            fill={color}
            // Neighbours of a like colour are told apart by the gap.
            stroke="var(--atrium-surface)"
            strokeWidth={1}
            maxBarSize={36}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
