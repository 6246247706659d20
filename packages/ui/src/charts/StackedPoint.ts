/** One bar of a stacked chart. */
export interface StackedPoint {
  /** Below it: a day, a version. */
  label: string;
  /** How many of each part, by its id; what is absent is not known. */
  counts: Readonly<Record<string, number>>;
}
