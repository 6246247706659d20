import { useId } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { LABEL_AXIS, VALUE_AXIS } from './plotStyle';
import type { ChartMeaning } from './ChartMeaning';
import type { StackedPlace, StackedPoint } from './StackedPoint';
import { StackedTooltip } from './StackedTooltip';
import { TimelineSign } from './TimelineSign';

/** Props of {@link StackedPlot}. */
export interface StackedPlotProps {
  parts: readonly ChartMeaning[];
  points: readonly StackedPoint[];
  formatValue(value: number, place?: StackedPlace): string;
  formatTick(value: number): string;
  missing: string;
  /** Pixels. */
  height: number;
}

const SIGN_SIZE = 10;
/** Above the bars, for as many lines of signs as stand above each other. */
const SIGN_LINE = 12;
const AXIS_LETTER = 7;
/** From the labels of the axis to the plot. */
const AXIS_GAP = 10;

const HATCHING = {
  width: 6,
  height: 6,
  patternUnits: 'userSpaceOnUse',
  patternTransform: 'rotate(45)',
} as const;

/** The drawing of a stack; its own file, so that it is loaded when needed. */
export function StackedPlot(props: StackedPlotProps) {
  const { parts, points, formatTick, missing, height } = props;
  const id = useId();
  const hatchingOf = (part: ChartMeaning) => `${id}-${parts.indexOf(part)}`;
  const signs = points.map(({ label, events = [] }) => ({
    label,
    shapes: [...new Set(events.map(({ shape }) => shape))],
  }));
  const lines = Math.max(0, ...signs.map(({ shapes }) => shapes.length));
  const unknown = points.filter(
    ({ counts }) => Object.keys(counts).length === 0,
  );
  // The axis goes a little further than what is drawn.
  const widest = Math.max(
    formatTick(1.25 * highestOf(points)).length,
    // What is below nothing may reach as far, with a sign before it.
    hasNegative(points) ? formatTick(-1.25 * highestOf(points)).length : 0,
  );
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={{ width: 640, height }}
    >
      <BarChart
        data={[...points]}
        stackOffset="sign"
        // Hidden from screen readers, so nothing in it may take the focus.
        accessibilityLayer={false}
        margin={{ top: 8 + lines * SIGN_LINE, right: 8, bottom: 0, left: 0 }}
      >
        <defs>
          <pattern {...HATCHING} id={`${id}-unknown`}>
            <line y2={6} stroke="var(--atrium-border-strong)" strokeWidth={2} />
          </pattern>
          {parts.map(part => (
            <pattern key={part.id} {...HATCHING} id={hatchingOf(part)}>
              <line y2={6} stroke={part.color} strokeWidth={6} />
            </pattern>
          ))}
        </defs>
        <CartesianGrid vertical={false} stroke="var(--atrium-border)" />
        {unknown.map(({ label }) => (
          <ReferenceArea
            key={label}
            x1={label}
            x2={label}
            fill={`url(#${id}-unknown)`}
            fillOpacity={1}
          />
        ))}
        <XAxis {...LABEL_AXIS} minTickGap={16} />
        <YAxis
          width={Math.max(40, widest * AXIS_LETTER + AXIS_GAP)}
          {...VALUE_AXIS}
          tickFormatter={value => formatTick(value)}
          allowDecimals={highestOf(points) < 4}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--atrium-sunken)' }}
          content={({ active, label }) => (
            <StackedTooltip
              {...props}
              missing={missing}
              point={
                active ? points.find(one => one.label === label) : undefined
              }
            />
          )}
        />
        {signs.map(
          ({ label, shapes }) =>
            shapes.length > 0 && (
              <ReferenceLine
                key={label}
                x={label}
                stroke="var(--atrium-border-strong)"
                strokeDasharray="2 3"
                label={({ viewBox }) =>
                  'x' in viewBox ? (
                    <>
                      {shapes.map((shape, line) => (
                        <svg
                          key={shape}
                          x={(viewBox.x ?? 0) - SIGN_SIZE / 2}
                          y={(lines - 1 - line) * SIGN_LINE}
                          width={SIGN_SIZE}
                          height={SIGN_SIZE}
                          viewBox="0 0 12 12"
                        >
                          <TimelineSign shape={shape} />
                        </svg>
                      ))}
                    </>
                  ) : null
                }
              />
            ),
        )}
        {parts.map(part => (
          <Bar
            key={part.id}
            name={part.label}
            dataKey={({ counts }: StackedPoint) => counts[part.id]}
            stackId="all"
            fill={part.isHatched ? `url(#${hatchingOf(part)})` : part.color}
            // Neighbours of a like colour are told apart by the gap.
            stroke="var(--atrium-surface)"
            strokeWidth={points.length > 40 ? 0.5 : 1}
            maxBarSize={36}
            isAnimationActive={false}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}

function hasNegative(points: readonly StackedPoint[]): boolean {
  return points.some(({ counts }) =>
    Object.values(counts).some(count => count < 0),
  );
}

function highestOf(points: readonly StackedPoint[]): number {
  const sums = points.map(({ counts }) =>
    Object.values(counts).reduce((sum, count) => sum + Math.max(0, count), 0),
  );
  return Math.max(0, ...sums);
}
