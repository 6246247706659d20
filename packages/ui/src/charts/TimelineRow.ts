/** What a mark says by its shape; what that means is said by the legend. */
export type TimelineShape = 'done' | 'failed' | 'undone';

/** Something that happened at one moment. */
export interface TimelineMark {
  id: string;
  /** ISO 8601. */
  at: string;
  shape: TimelineShape;
  /** What happened, in one line, without the time. */
  label: string;
}

/** Something that lasted. */
export interface TimelineSpan {
  id: string;
  from: string;
  /** Absent while it lasts. */
  to?: string;
  label: string;
}

/** One line of a timeline. */
export interface TimelineRow {
  id: string;
  title: string;
  marks: TimelineMark[];
  spans: TimelineSpan[];
}
