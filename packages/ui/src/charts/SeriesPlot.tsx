import { useId } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { AXIS_TEXT } from './plotStyle';
import type { SeriesChartProps } from './SeriesChartProps';
import { SeriesTooltip } from './SeriesTooltip';
import { TimelineSign } from './TimelineSign';
import type { SeriesBandKind } from './SeriesPoint';
import type { TimelineShape } from './TimelineRow';
import { type SeriesDatum, toSeriesData } from './toSeriesData';
import { toTimeTicks } from './toTimeTicks';
import { toValueTicks } from './toValueTicks';

/** Props of {@link SeriesPlot}. */
export type SeriesPlotProps = SeriesChartProps &
  Required<Pick<SeriesChartProps, 'marks' | 'bands' | 'formatTick'>> & {
    /** Pixels. */
    height: number;
  };

const SIGN_SIZE = 12;

const MARK_COLOURS: Record<TimelineShape, string> = {
  done: 'var(--atrium-brand)',
  failed: 'var(--atrium-bad)',
  undone: 'var(--atrium-warning)',
};

/** Told apart by more than their colour: plain, hatched, framed. */
const BANDS: Record<SeriesBandKind, (hatching: string) => object> = {
  trouble: () => ({ fill: 'var(--atrium-bad)', fillOpacity: 0.16 }),
  missing: hatching => ({ fill: `url(#${hatching})`, fillOpacity: 1 }),
  excluded: () => ({
    fill: 'var(--atrium-text-muted)',
    fillOpacity: 0.1,
    stroke: 'var(--atrium-text-muted)',
    strokeDasharray: '3 3',
  }),
};

/** The drawing of a series; its own file, so that it is loaded when needed. */
export function SeriesPlot(props: SeriesPlotProps) {
  const { points, level, domain, marks, bands, formatTick, height } = props;
  const [start, end] = [Date.parse(props.from), Date.parse(props.to)];
  const data = toSeriesData(points);
  const { ticks, format } = toTimeTicks(start, end);
  // Inside the drawing, on the side of the level where there is room.
  const isLow =
    level !== undefined && level.value < (domain[0] + domain[1]) / 2;
  const hatching = useId();
  const valueTicks = toValueTicks(domain);
  const clamp = (at: number) => Math.min(end, Math.max(start, at));
  return (
    <ResponsiveContainer
      width="100%"
      height={height}
      initialDimension={{ width: 640, height }}
    >
      <ComposedChart
        data={data}
        // Hidden from screen readers, so nothing in it may take the focus.
        accessibilityLayer={false}
        margin={{ top: 20, right: 12, bottom: 0, left: 0 }}
      >
        <defs>
          <pattern
            id={hatching}
            width={6}
            height={6}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line y2={6} stroke="var(--atrium-border-strong)" strokeWidth={2} />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--atrium-border)" />
        {bands.map(({ id, kind, from, to }) => (
          <ReferenceArea
            key={`${kind} ${id}`}
            {...BANDS[kind](hatching)}
            x1={clamp(Date.parse(from))}
            x2={to ? clamp(Date.parse(to)) : end}
          />
        ))}
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
          width={64}
          domain={[valueTicks[0], domain[1]]}
          ticks={valueTicks}
          allowDataOverflow
          tick={AXIS_TEXT}
          tickLine={false}
          axisLine={false}
          interval={0}
          tickFormatter={value => formatTick(value)}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: 'var(--atrium-border-strong)' }}
          content={({ active, payload }) => (
            <SeriesTooltip
              {...props}
              datum={
                active
                  ? (payload[0]?.payload as SeriesDatum | undefined)
                  : undefined
              }
            />
          )}
        />
        {marks.map(({ id, at, shape }) => (
          <ReferenceLine
            key={id}
            stroke={MARK_COLOURS[shape]}
            strokeOpacity={0.5}
            x={clamp(Date.parse(at))}
            label={({ viewBox }) =>
              'x' in viewBox ? (
                <svg
                  x={(viewBox.x ?? 0) - SIGN_SIZE / 2}
                  y={2}
                  width={SIGN_SIZE}
                  height={SIGN_SIZE}
                >
                  <TimelineSign shape={shape} />
                </svg>
              ) : null
            }
          />
        ))}
        {level && (
          <ReferenceLine
            stroke="var(--atrium-text-muted)"
            strokeDasharray="4 3"
            y={level.value}
            label={{
              value: level.label,
              position: isLow ? 'insideBottomLeft' : 'insideTopLeft',
              ...AXIS_TEXT,
            }}
          />
        )}
        <Line
          dataKey="value"
          stroke="var(--atrium-brand)"
          strokeWidth={1.75}
          // A single step between two gaps is a point, not nothing.
          dot={({ key, cx, cy, payload }) =>
            (payload as SeriesDatum).isAlone ? (
              <circle
                key={key}
                cx={cx}
                cy={cy}
                r={2}
                fill="var(--atrium-brand)"
              />
            ) : (
              <g key={key} />
            )
          }
          connectNulls={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
