import { formatDateTime } from '../format/formatInstant';
import { t } from '../translation';
import type { TimelineRow, TimelineShape } from './TimelineRow';

/** A mark or a span, as it is placed, focused and listed. */
export interface TimelineItem {
  id: string;
  rowId: string;
  shape: TimelineShape | 'span';
  label: string;
  /** ISO 8601. */
  from: string;
  /** Only spans have one, and only those that are over. */
  to?: string;
}

/** What one can look at in a row, from first to last. */
export function toTimelineItems(row: TimelineRow): TimelineItem[] {
  return [
    ...row.spans.map(({ id, from, to, label }) => ({
      id,
      rowId: row.id,
      shape: 'span' as const,
      label,
      from,
      to,
    })),
    ...row.marks.map(({ id, at, shape, label }) => ({
      id,
      rowId: row.id,
      shape,
      label,
      from: at,
    })),
  ].sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

/**
 * The item that a key leads to: the neighbour in the row, its ends, or what is
 * nearest in time in the next row that has anything.
 */
export function findNextItem(
  rows: TimelineItem[][],
  current: TimelineItem,
  key: string,
): TimelineItem | undefined {
  const rowIndex = rows.findIndex(row => row.some(isSame(current)));
  const row = rows[rowIndex] ?? [];
  const index = row.findIndex(isSame(current));
  switch (key) {
    case 'ArrowLeft':
      return row[index - 1];
    case 'ArrowRight':
      return row[index + 1];
    case 'Home':
      return row[0];
    case 'End':
      return row.at(-1);
    case 'ArrowUp':
      return findNearest(
        rows.slice(0, Math.max(0, rowIndex)).reverse(),
        current,
      );
    case 'ArrowDown':
      return findNearest(rows.slice(rowIndex + 1), current);
    default:
      return undefined;
  }
}

/** When something happened, or how long it lasted. */
export function describeTime({ shape, from, to }: TimelineItem): string {
  if (shape !== 'span') {
    return formatDateTime(from);
  }
  return to === undefined
    ? t('timelineItems.since', { from: formatDateTime(from) })
    : t('timelineItems.to', {
        from: formatDateTime(from),
        to: formatDateTime(to),
      });
}

/** Where the axis is marked: whole days (UTC), seven of them at most. */
export function toTicks(from: string, to: string): Date[] {
  const dayMs = 86_400_000;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  const steps = [1, 2, 7, 14, 30, 61, 91, 183, 365];
  const days = (end - start) / dayMs;
  const step = steps.find(candidate => days / candidate <= 7) ?? days / 7;
  const ticks: Date[] = [];
  for (let at = start; at < end; at += step * dayMs) {
    ticks.push(new Date(at));
  }
  return ticks;
}

function findNearest(
  rows: TimelineItem[][],
  current: TimelineItem,
): TimelineItem | undefined {
  const row = rows.find(({ length }) => length > 0);
  const distance = ({ from }: TimelineItem) =>
    Math.abs(Date.parse(from) - Date.parse(current.from));
  return row?.reduce((best, item) =>
    distance(item) < distance(best) ? item : best,
  );
}

function isSame({ id, rowId }: TimelineItem) {
  return (item: TimelineItem) => item.id === id && item.rowId === rowId;
}
