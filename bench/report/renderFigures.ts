import {
  differenceOf,
  isOver,
  type Figure,
  type Limit,
  type Unit,
} from './Figure.ts';
import { ratioOfPairs, summarise } from './statistics.ts';

const DIGITS: Partial<Record<Unit, number>> = { s: 2, score: 3 };
const HEAD = ['Figure', 'Atrium', 'Stock', 'Ratio', 'Limit', 'Verdict'];

/** Draws figures as a Markdown table that can be read on a terminal too. */
export function renderFigures(figures: Figure[]): string {
  const rows = [HEAD, ...figures.map(renderRow)];
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  const lines = rows.map(row => renderLine(row, widths));
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

function renderLine(row: string[], widths: number[]): string {
  const cells = row.map((cell, column) => cell.padEnd(widths[column]));
  return `| ${cells.join(' | ')} |`;
}

function renderRow(figure: Figure): string[] {
  const { name, unit, atrium, stock, limit } = figure;
  return [
    name,
    renderValues(atrium, unit),
    renderValues(stock, unit),
    renderRatio(figure),
    limit ? renderLimit(limit, unit) : '',
    limit ? renderVerdict(figure) : '',
  ];
}

function renderValues(values: number[], unit: Unit): string {
  if (values.length === 0) {
    return '';
  }
  const { median, lower, upper } = summarise(values);
  const number = renderNumber(median, unit);
  const text = unit === 'score' ? number : `${number} ${unit}`;
  const range = [lower, upper].map(value => renderNumber(value, unit));
  return range[0] === range[1] ? text : `${text} (${range.join('–')})`;
}

function renderNumber(value: number, unit: Unit): string {
  return value.toFixed(DIGITS[unit] ?? 0);
}

function renderRatio(figure: Figure): string {
  const { atrium, stock, limit, unit } = figure;
  // Most shifts are zero, of which there is no ratio.
  if (stock.length === 0 || unit === 'score') {
    return '';
  }
  if (limit?.kind === 'difference') {
    const difference = differenceOf(figure);
    return `${difference < 0 ? '−' : '+'}${Math.abs(difference)}`;
  }
  const { median, lower, upper } = ratioOfPairs(atrium, stock);
  const range = [lower, upper].map(value => value.toFixed(2));
  const text = median.toFixed(2);
  return range[0] === range[1] ? text : `${text} (${range.join('–')})`;
}

function renderLimit({ kind, maximum }: Limit, unit: Unit): string {
  switch (kind) {
    case 'ratio':
      return maximum.toFixed(2);
    case 'difference':
      return `+${maximum}`;
    default:
      return unit === 'score' ? `${maximum}` : `${maximum} ${unit}`;
  }
}

function renderVerdict(figure: Figure): string {
  return isOver(figure) ? 'over' : 'within';
}
