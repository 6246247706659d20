import type { ChartMeaning } from './ChartMeaning';
import type { TimelineShape } from './TimelineRow';

/** What a sign above a bar says by its shape; what that means says the legend. */
export type StackedEventShape = TimelineShape | 'trouble' | 'unusual';

/** Something that happened while a bar was measured. */
export interface StackedEvent {
  id: string;
  shape: StackedEventShape;
  /** What happened, in one line. */
  label: string;
}

/** One bar of a stacked chart. */
export interface StackedPoint {
  /** Below it: a day, a version. */
  label: string;
  /** How much of each part, by its id; what is absent is not known. */
  counts: Readonly<Record<string, number>>;
  /** What happened meanwhile: drawn above the bar, one sign of each shape. */
  events?: readonly StackedEvent[];
}

/** Where a figure of a stack stands. */
export interface StackedPlace {
  point: StackedPoint;
  part: ChartMeaning;
}
