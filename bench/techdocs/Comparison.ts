import { quantile, ratioInterval, summarise } from '../report/statistics.ts';

/** What one build took. */
export interface Timing {
  seconds: number;
  /** Of all its processes. */
  processorSeconds: number;
}

/** The same work done by both. */
export interface Comparison {
  name: string;
  pageCount: number;
  engine: Timing[];
  mkdocs: Timing[];
  /** How many times faster the engine has to be; without it, for information. */
  minimumRatio: number | undefined;
  /** How many seconds the engine may take at most. */
  maximumSeconds?: number;
}

const HEAD = [
  ...['Work', 'Engine', 'mkdocs', 'Times faster', 'Processor'],
  ...['Limit', 'Verdict'],
];

function secondsOf(timings: Timing[]): number[] {
  return timings.map(({ seconds }) => seconds);
}

function timesFaster({ engine, mkdocs }: Comparison): number {
  return quantile(secondsOf(mkdocs), 0.5) / quantile(secondsOf(engine), 0.5);
}

/** Whether the engine is slower than it has to be. */
export function isTooSlow(comparison: Comparison): boolean {
  const { engine, minimumRatio, maximumSeconds } = comparison;
  return (
    (minimumRatio !== undefined && timesFaster(comparison) < minimumRatio) ||
    (maximumSeconds !== undefined &&
      quantile(secondsOf(engine), 0.5) > maximumSeconds)
  );
}

function renderSeconds(values: number[], pageCount: number): string {
  const { median, lower, upper } = summarise(values);
  const digits = median < 1 ? 3 : 1;
  const [from, to] = [lower, upper].map(value => value.toFixed(digits));
  const rate = pageCount / median;
  return `${median.toFixed(digits)} s (${from}–${to}), ${
    rate < 10 ? rate.toFixed(1) : Math.round(rate)
  } pages/s`;
}

/** Seconds of processor time, and how many times less that is. */
function renderProcessor({ engine, mkdocs }: Comparison): string {
  const [ours, theirs] = [engine, mkdocs].map(timings =>
    quantile(
      timings.map(({ processorSeconds }) => processorSeconds),
      0.5,
    ),
  );
  const times = ours > 0 ? `, ${(theirs / ours).toFixed(1)} times less` : '';
  return `${ours.toFixed(2)} s, ${theirs.toFixed(2)} s${times}`;
}

function limitOf({ minimumRatio, maximumSeconds }: Comparison): string {
  return [
    ...(minimumRatio === undefined ? [] : [`${minimumRatio} times`]),
    ...(maximumSeconds === undefined ? [] : [`${maximumSeconds} s`]),
  ].join(', ');
}

function renderRow(comparison: Comparison): string[] {
  const { name, pageCount, engine, mkdocs } = comparison;
  const limit = limitOf(comparison);
  const { lower, upper } = ratioInterval(secondsOf(mkdocs), secondsOf(engine));
  return [
    name,
    renderSeconds(secondsOf(engine), pageCount),
    renderSeconds(secondsOf(mkdocs), pageCount),
    `${timesFaster(comparison).toFixed(1)} (${lower.toFixed(1)}–${upper.toFixed(
      1,
    )})`,
    renderProcessor(comparison),
    limit,
    limit && (isTooSlow(comparison) ? 'too slow' : 'met'),
  ];
}

/** Draws comparisons as a Markdown table that reads on a terminal too. */
export function renderComparisons(comparisons: Comparison[]): string {
  const rows = [HEAD, ...comparisons.map(renderRow)];
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const lines = rows.map(
    row => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`,
  );
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
