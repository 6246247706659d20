import { readFrontMatter } from '../markdown/readFrontMatter';

/** A link below a post: a title, and a page or an address. */
export interface PostLink {
  title: string | undefined;
  target: string;
}

/** What a post of a blog says about itself. */
export interface PostMetadata {
  title: string;
  created: Date;
  updated: Date | undefined;
  authors: string[];
  categories: string[];
  slug: string | undefined;
  isDraft: boolean;
  /** Minutes that reading it takes, where its author says so. */
  readingMinutes: number | undefined;
  links: PostLink[];
}

const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;

function toDate(value: unknown): Date | undefined {
  const match = DATE.exec(typeof value === 'string' ? value.trim() : '');
  if (!match) {
    return undefined;
  }
  const [, day, time = '00:00:00', zone = 'Z'] = match;
  const date = new Date(`${day}T${time}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function strings(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [];
  return [
    ...new Set(
      items
        .filter(item => typeof item === 'string' || typeof item === 'number')
        .map(String),
    ),
  ];
}

function toLinks(value: unknown): PostLink[] {
  return (Array.isArray(value) ? value : []).flatMap((item): PostLink[] => {
    if (typeof item === 'string') {
      return [{ title: undefined, target: item }];
    }
    const entries =
      typeof item === 'object' && item ? Object.entries(item) : [];
    return entries.flatMap(([title, target]: [string, unknown]) => {
      if (typeof target === 'string') {
        return [{ title, target }];
      }
      return toLinks(target);
    });
  });
}

/** A name that a file gives when nothing else does. */
function titleFromText(body: string): string | undefined {
  const first = body.split('\n').find(line => line.trim() !== '');
  return first?.trim().startsWith('# ')
    ? first.trim().replace(/^[# ]+/, '')
    : undefined;
}

/** Reads the front matter of a post; undefined when it has no date. */
export function readPostMetadata(
  source: string,
  fallbackTitle: string,
): PostMetadata | undefined {
  const { frontMatter, body } = readFrontMatter(
    source.replace(/\r\n?/g, '\n'),
    // A blog is a plugin of mkdocs.
    { hasFields: true },
  );
  const { values } = frontMatter;
  const date: unknown = values.get('date');
  const dates: unknown[] =
    typeof date === 'object' && date !== null && 'created' in date
      ? [date.created, 'updated' in date ? date.updated : undefined]
      : [date];
  const created = toDate(dates[0]);
  if (!created) {
    return undefined;
  }
  const slug: unknown = values.get('slug');
  const minutes: unknown = values.get('readtime');
  return {
    title: frontMatter.title ?? titleFromText(body) ?? fallbackTitle,
    created,
    updated: toDate(dates[1]),
    authors: strings(values.get('authors')),
    categories: strings(values.get('categories')),
    slug: typeof slug === 'string' && slug.trim() ? slug.trim() : undefined,
    isDraft: values.get('draft') === true,
    readingMinutes: typeof minutes === 'number' ? minutes : undefined,
    links: toLinks(values.get('links')),
  };
}
