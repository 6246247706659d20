/** The calendar month before one, both as `2026-11`. */
export function monthBefore(month: string): string {
  const date = new Date(month);
  date.setUTCMonth(date.getUTCMonth() - 1);
  return date.toISOString().slice(0, 7);
}
