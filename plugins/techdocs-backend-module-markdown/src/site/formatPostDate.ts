/** Named formats as the plugin knows them. */
const NAMED = new Set(['full', 'long', 'medium', 'short']);

const TOKEN = /'([^']*)'|y+|M+|L+|d+|E+|H+|h+|m+|s+|a/g;

function isNamed(
  format: string,
): format is 'full' | 'long' | 'medium' | 'short' {
  return NAMED.has(format);
}

function part(
  date: Date,
  language: string,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(language, {
    ...options,
    timeZone: 'UTC',
  }).format(date);
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

function formatToken(date: Date, language: string, token: string): string {
  const { length } = token;
  switch (token[0]) {
    case 'y':
      return length === 2
        ? padded(date.getUTCFullYear() % 100, 2)
        : padded(date.getUTCFullYear(), length);
    case 'M':
    case 'L':
      if (length > 2) {
        return part(date, language, { month: length === 3 ? 'short' : 'long' });
      }
      return padded(date.getUTCMonth() + 1, length);
    case 'd':
      return padded(date.getUTCDate(), length);
    case 'E':
      return part(date, language, { weekday: length > 3 ? 'long' : 'short' });
    case 'H':
      return padded(date.getUTCHours(), length);
    case 'h':
      return padded(date.getUTCHours() % 12 || 12, length);
    case 'm':
      return padded(date.getUTCMinutes(), length);
    case 's':
      return padded(date.getUTCSeconds(), length);
    default:
      return date.getUTCHours() < 12 ? 'AM' : 'PM';
  }
}

/** Writes a date by a name such as `long`, or by a pattern such as `yyyy/MM/dd`. */
export function formatPostDate(
  date: Date,
  format: string,
  language: string,
): string {
  return isNamed(format)
    ? part(date, language, { dateStyle: format })
    : format.replace(TOKEN, (token, quoted: string | undefined) =>
        quoted === undefined
          ? formatToken(date, language, token)
          : quoted || "'",
      );
}
