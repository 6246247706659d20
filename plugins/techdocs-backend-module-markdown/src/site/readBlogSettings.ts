import path from 'node:path';
import { blogWordsIn, type BlogWords } from './blogWords';
import { readSlugStyle, type SlugStyle } from '../markdown/slugs';

/** The blog of a site, as the plugin of mkdocs-material is configured. */
export interface BlogSettings {
  /** Folder of the blog inside the docs folder; empty when it is the whole site. */
  blogDir: string;
  postDir: string;
  /** That dates are written in. */
  language: string;
  words: BlogWords;
  postDateFormat: string;
  postUrlDateFormat: string;
  postUrlFormat: string;
  postUrlMaxCategories: number;
  /** How many authors and categories an excerpt names. */
  maxAuthors: number;
  maxCategories: number;
  excerptSeparator: string;
  hasReadingTime: boolean;
  wordsPerMinute: number;
  hasArchive: boolean;
  archiveName: string;
  archiveDateFormat: string;
  archiveUrlDateFormat: string;
  archiveUrlFormat: string;
  hasCategories: boolean;
  categoriesName: string;
  categoriesUrlFormat: string;
  slugStyle: SlugStyle;
  slugSeparator: string;
  hasAuthors: boolean;
  authorsFile: string;
  /** Posts of a page; all when they are not paginated. */
  postsPerPage: number;
  paginationUrlFormat: string;
  hasDrafts: boolean;
}

type Options = Record<string, unknown>;

function textOf(options: Options, key: string, fallback: string): string {
  const value = options[key];
  return typeof value === 'string' ? value : fallback;
}

function countOf(options: Options, key: string, fallback: number): number {
  const value = options[key];
  return typeof value === 'number' && Number.isInteger(value) && value > 0
    ? value
    : fallback;
}

/** A folder inside the docs folder, with no way out of it. */
function folderOf(text: string): string {
  const inside = path.posix.normalize(`/${text.replaceAll('\\', '/')}`);
  return inside.replace(/^\/|\/$/g, '');
}

/** Reads the options of `blog`; undefined when it is switched off. */
export function readBlogSettings(
  options: Options | undefined,
  language: string,
): BlogSettings | undefined {
  if (!options || options.enabled === false) {
    return undefined;
  }
  const text = (key: string, fallback: string) =>
    textOf(options, key, fallback);
  const count = (key: string, fallback: number) =>
    countOf(options, key, fallback);
  // The default of the option is a key of mkdocs-material's words, which some repeat.
  const nameOf = (key: string, ofWord: string, word: string) => {
    const name = text(key, ofWord);
    return name === ofWord ? word : name;
  };
  const blogDir = folderOf(text('blog_dir', 'blog'));
  const words = blogWordsIn(language);
  return {
    blogDir,
    language,
    words,
    postDir: folderOf(
      text('post_dir', '{blog}/posts').replaceAll('{blog}', blogDir),
    ),
    postDateFormat: text('post_date_format', 'long'),
    postUrlDateFormat: text('post_url_date_format', 'yyyy/MM/dd'),
    postUrlFormat: text('post_url_format', '{date}/{slug}'),
    postUrlMaxCategories: count('post_url_max_categories', 1),
    maxAuthors: count('post_excerpt_max_authors', 1),
    maxCategories: count('post_excerpt_max_categories', 5),
    excerptSeparator: text('post_excerpt_separator', '<!-- more -->'),
    hasReadingTime: options.post_readtime !== false,
    wordsPerMinute: count('post_readtime_words_per_minute', 265),
    hasArchive: options.archive !== false,
    archiveName: nameOf('archive_name', 'blog.archive', words.archive),
    archiveDateFormat: text('archive_date_format', 'yyyy'),
    archiveUrlDateFormat: text('archive_url_date_format', 'yyyy'),
    archiveUrlFormat: text('archive_url_format', 'archive/{date}'),
    hasCategories: options.categories !== false,
    categoriesName: nameOf(
      'categories_name',
      'blog.categories',
      words.categories,
    ),
    categoriesUrlFormat: text('categories_url_format', 'category/{slug}'),
    slugStyle: readSlugStyle(options.post_slugify) ?? 'lower',
    slugSeparator: text('post_slugify_separator', '-'),
    hasAuthors: options.authors !== false,
    authorsFile: folderOf(
      text('authors_file', '{blog}/.authors.yml').replaceAll('{blog}', blogDir),
    ),
    postsPerPage:
      options.pagination === false
        ? Number.MAX_SAFE_INTEGER
        : count('pagination_per_page', 10),
    paginationUrlFormat: text('pagination_url_format', 'page/{page}'),
    hasDrafts: options.draft === true,
  };
}
