const MAX_LINE = 300;
const MAX_TEXT = 2_000;
const MAX_URL = 1_000;
const MAX_NAMES = 50;

/** One line of text without control characters; nothing where there is none. */
export function readLine(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const line = clean(value).replace(/\s+/g, ' ').trim();
  return line === '' ? undefined : cut(line, MAX_LINE);
}

/** Text with its line breaks, as long as somebody reads it. */
export function readText(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  const text = clean(value).trim();
  return text === '' ? undefined : cut(text, MAX_TEXT);
}

/** An address that a browser may follow. */
export function readWebUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_URL) {
    return undefined;
  }
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url && /^https?:$/.test(url.protocol) && url.username === ''
    ? url.href
    : undefined;
}

/** Names, once each, in order. */
export function readNames(values: readonly unknown[]): string[] {
  const names = values.map(readLine).filter(name => name !== undefined);
  return [...new Set(names)].slice(0, MAX_NAMES);
}

/**
 * Where runners of pipelines check a repository out. ESLint and others write absolute
 * paths, which would be other files on another runner.
 */
const CHECKOUTS = [
  /^(?:\/home\/runner\/work|\/__w|\/Users\/runner\/work|\/?[A-Z]:\/a)\/([^/]+)\/\1\//,
  /^\/github\/workspace\//,
];

/** The path of a file in its repository. */
export function readFilePath(value: unknown): string | undefined {
  const line = readLine(value);
  if (line === undefined) {
    return undefined;
  }
  const absolute = decode(line)
    .replace(/^file:\/\//i, '')
    .replaceAll('\\', '/');
  const checkout = CHECKOUTS.find(one => one.test(absolute));
  const path = absolute.replace(checkout ?? '', '').replace(/^(?:\.?\/)+/, '');
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(path) || path === ''
    ? undefined
    : path;
}

/** The number of a line, from 1. */
export function readLineNumber(value: unknown): number | undefined {
  return typeof value === 'number' &&
    Number.isInteger(value) &&
    value > 0 &&
    value < 10_000_000
    ? value
    : undefined;
}

/**
 * Control characters but tabs and line breaks, and those that turn the direction of
 * text around. PostgreSQL takes no NUL, and the rest has no business in text.
 */
const UNWANTED = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

/** Halves of characters become a replacement character. */
function clean(text: string): string {
  return redactSecrets(
    text
      .slice(0, MAX_TEXT * 5)
      .toWellFormed()
      .replace(UNWANTED, ''),
  );
}

function cut(text: string, maxLength: number): string {
  return text.length > maxLength
    ? `${text.slice(0, maxLength - 1).toWellFormed()}…`
    : text;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What well-known secrets look like, wherever a tool repeats one. */
const SECRET_SHAPES = [
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]{0,10000}?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|$)/g,
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g,
  /\b(?:gh[opusr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})/g,
  /\bglpat-[\w-]{20,}/g,
  /\bxox[a-z]-[\w-]{10,}/g,
  /\b(?:sk|pk|rk)_(?:live|test)_\w{10,}/g,
  /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{0,}/g,
  /\bAIza[\w-]{35}/g,
  /\bnpm_[A-Za-z0-9]{30,}/g,
  /\b(?:[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/:@]{1,100}:[^\s/@]{1,200}@/gi,
];

/** Takes secrets out of a text that a tool wrote. */
export function redactSecrets(text: string): string {
  return SECRET_SHAPES.reduce(
    (redacted, shape) => redacted.replace(shape, '[redacted]'),
    text,
  );
}
