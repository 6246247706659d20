import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { LABEL_AXIS, TOOLTIP_STYLE, VALUE_AXIS } from './plotStyle';
import { toTicksFromZero } from './toValueTicks';
import type { TrendKind, TrendPoint } from './TrendPoint';

/** Props of {@link TrendPlot}. */
export interface TrendPlotProps {
  points: TrendPoint[];
  kind: TrendKind;
  formatValue(value: number): string;
  formatTick(value: number): string;
  /** Whether values are seconds. */
  isDuration: boolean;
  /** Pixels. */
  height: number;
}

/** The drawing of a trend; its own file, so that it is loaded when needed. */
export function TrendPlot(props: TrendPlotProps) {
  const { points, kind, formatValue, formatTick, isDuration, height } = props;
  const ticks = toTicksFromZero(
    Math.max(0, ...points.flatMap(({ value }) => value ?? [])),
    { isDuration },
  );
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={points}
        // Hidden from screen readers, so nothing in it may take the focus.
        accessibilityLayer={false}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--atrium-border)" />
        <XAxis {...LABEL_AXIS} minTickGap={24} />
        <YAxis
          width={64}
          {...VALUE_AXIS}
          ticks={ticks}
          domain={[0, ticks[ticks.length - 1]]}
          // The index of a mark is not for the formatter, which may have options.
          tickFormatter={value => formatTick(value)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--atrium-sunken)' }}
          contentStyle={TOOLTIP_STYLE}
          itemStyle={{ color: 'var(--atrium-text)' }}
          separator=""
          formatter={(value, _name, item) => {
            const { note } = item.payload as TrendPoint;
            const text = formatValue(Number(value));
            return [note ? `${text}, ${note}` : text, ''];
          }}
        />
        {kind === 'bars' ? (
          <Bar
            dataKey="value"
            fill="var(--atrium-brand)"
            maxBarSize={20}
            radius={[2, 2, 0, 0]}
            isAnimationActive={false}
          />
        ) : (
          <Line
            dataKey="value"
            stroke="var(--atrium-brand)"
            strokeWidth={2}
            dot={{ r: 2, fill: 'var(--atrium-brand)' }}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
