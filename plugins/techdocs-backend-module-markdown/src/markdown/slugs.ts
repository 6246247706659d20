/**
 * How anchors are made of headings: as `pymdownx.slugs.slugify` does with its `case`;
 * as Python-Markdown does, without letters of other scripts (`ascii`) or with them
 * (`unicode`); or like `ascii` for headings that have such letters (`readable`).
 */
export type SlugStyle =
  | 'none'
  | 'lower'
  | 'lower-ascii'
  | 'fold'
  | 'ascii'
  | 'unicode'
  | 'readable';

const LOWER: Record<string, (text: string) => string> = {
  none: text => text,
  'lower-ascii': text => text.replace(/[A-Z]+/g, part => part.toLowerCase()),
};

function slugOfPymdownx(
  text: string,
  style: SlugStyle,
  separator: string,
): string {
  const trimmed = text
    .normalize('NFC')
    .replace(/<\/?[^>]*>/g, '')
    .trim();
  const lower = LOWER[style] ?? ((whole: string) => whole.toLowerCase());
  return lower(trimmed)
    .replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
    .replaceAll(' ', () => separator);
}

/** What Python-Markdown makes one separator of: spaces, and separators in a row. */
function separated(separator: string): RegExp {
  return separator === '-'
    ? /[-\s]+/g
    : new RegExp(`[\\s${separator.replace(/[\\\]^-]/g, '\\$&')}]+`, 'gu');
}

function slugOfPython(text: string, separator: string): string {
  return text
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .toLowerCase()
    .replace(separated(separator), () => separator);
}

/** The anchor of a heading, which may be empty. */
export function slugify(
  text: string,
  style: SlugStyle = 'readable',
  separator = '-',
): string {
  if (style === 'unicode') {
    return slugOfPython(text, separator);
  }
  if (style !== 'ascii' && style !== 'readable') {
    return slugOfPymdownx(text, style, separator);
  }
  const letters = text.normalize('NFKD').replace(/\p{M}/gu, '');
  const ascii = letters.replace(/[^\p{ASCII}]/gu, '');
  const isReadable = style === 'ascii' || /[a-z0-9]/i.test(ascii);
  return slugOfPython(isReadable ? ascii : letters, separator);
}

/** Names of functions of Python that `toc: slugify` may hold, with what they do. */
const STYLE_BY_NAME: Record<string, SlugStyle | undefined> = {
  'markdown.extensions.toc.slugify': 'ascii',
  'markdown.extensions.toc.slugify_unicode': 'unicode',
  'pymdownx.slugs.gfm': 'lower-ascii',
  'pymdownx.slugs.slugify': 'none',
  'pymdownx.slugs.uslugify': 'lower',
  'pymdownx.slugs.uslugify_cased': 'none',
};

const CASES: ReadonlySet<string> = new Set<SlugStyle>([
  'lower',
  'lower-ascii',
  'fold',
]);

function isCase(value: unknown): value is SlugStyle {
  return typeof value === 'string' && CASES.has(value);
}

/** What `slugify` of the settings asks for, whose Python is not run. */
export function readSlugStyle(setting: unknown): SlugStyle | undefined {
  if (typeof setting === 'string') {
    return Object.hasOwn(STYLE_BY_NAME, setting)
      ? STYLE_BY_NAME[setting]
      : undefined;
  }
  if (typeof setting !== 'object' || setting === null) {
    return undefined;
  }
  const kwds: unknown = 'kwds' in setting ? setting.kwds : undefined;
  return typeof kwds === 'object' &&
    kwds !== null &&
    'case' in kwds &&
    isCase(kwds.case)
    ? kwds.case
    : 'none';
}
