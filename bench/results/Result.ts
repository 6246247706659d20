/** Something that was measured. */
export interface Result {
  name: string;
  value: number;
  unit: string;
  /** What it has to reach; without it the figure is for information. */
  limit?: { kind: 'at least' | 'at most'; value: number };
}

/** Whether a figure misses its limit. */
export function isMissed({ value, limit }: Result): boolean {
  switch (limit?.kind) {
    case 'at least':
      return value < limit.value;
    case 'at most':
      return value > limit.value;
    default:
      return false;
  }
}

/** Draws results as a Markdown table. */
export function renderResults(results: Result[]): string {
  const rows = [
    ['Figure', 'Measured', 'Limit', 'Verdict'],
    ...results.map(result => [
      result.name,
      `${format(result.value)} ${result.unit}`,
      result.limit
        ? `${result.limit.kind} ${format(result.limit.value)} ${result.unit}`
        : '',
      result.limit ? renderVerdict(result) : '',
    ]),
  ];
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const lines = rows.map(
    row =>
      `| ${row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join(' | ')} |`,
  );
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function renderVerdict(result: Result): string {
  return isMissed(result) ? 'missed' : 'met';
}

function format(value: number): string {
  return value < 100 ? value.toFixed(2) : value.toFixed(0);
}
