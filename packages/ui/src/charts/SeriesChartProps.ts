import type {
  SeriesBandKind,
  SeriesChartBand,
  SeriesChartLevel,
  SeriesChartPoint,
} from './SeriesPoint';
import type { TimelineMark, TimelineShape } from './TimelineRow';

/** Props of a series chart. */
export interface SeriesChartProps {
  /** What is drawn: the name of the figure. */
  title: string;
  /** The period, ISO 8601; `to` is not part of it. */
  from: string;
  to: string;
  /** Oldest first. */
  points: SeriesChartPoint[];
  /** What the line is compared with; below it is bad. */
  level?: SeriesChartLevel;
  /** The least and the most that the axis shows. */
  domain: [number, number];
  marks?: TimelineMark[];
  bands?: SeriesChartBand[];
  /** What signs and bands mean. One without a meaning is not in the legend. */
  legend?: Partial<Record<TimelineShape | SeriesBandKind, string>>;
  formatValue(value: number): string;
  /** Shorter, for the axis. Default: formatValue. */
  formatTick?(value: number): string;
}
