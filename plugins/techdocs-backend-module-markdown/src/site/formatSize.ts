const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** A number of bytes as people say it, such as `1.4 MB`. */
export function formatSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 999,950 would be rounded to 1,000 kB.
  while (value >= 999.95 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${Number(value.toFixed(1))} ${UNITS[unit]}`;
}
