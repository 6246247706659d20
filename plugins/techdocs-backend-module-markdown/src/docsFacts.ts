import type { SiteWarning } from './markdown/SiteWarning';

/**
 * Name of the file beside the pages of a site. The TechDocs backend serves it
 * at `/api/techdocs/static/docs/:namespace/:kind/:name/atrium_docs.json`, under
 * the same permissions as the pages.
 */
export const DOCS_FACTS_FILE = 'atrium_docs.json';

/** A commit of the repository that the documentation comes from. */
export interface DocsCommit {
  /** Full hash. */
  id: string;
  /** Its first eight digits, for showing. */
  shortId: string;
  /** Its page on the git host, where that is known. */
  url?: string;
}

/** The commit that changed a page last. */
export interface DocsPageCommit extends DocsCommit {
  /** Name of the author, as the commit has it. */
  author?: string;
  /** First line of the commit message. */
  message?: string;
}

/** What is known about one page. */
export interface DocsPageFacts {
  /**
   * Address inside the site, with a slash at the end, and empty for the start
   * page: `guides/refund/` is shown at `/docs/:ns/:kind/:name/guides/refund/`.
   */
  path: string;
  title: string;
  /**
   * Markdown file inside the repository, such as `docs/guides/refund.md`.
   * Empty for a start page that the engine made because the site has none.
   */
  sourcePath: string;
  /** Where the git host lets people change the file. */
  editUrl?: string;
  /** When the file was changed last: ISO 8601, UTC. Left out when not known. */
  lastUpdated?: string;
  /** The change behind `lastUpdated`; both are there or neither is. */
  commit?: DocsPageCommit;
  /** Words of the text, without code. */
  words: number;
  /** Whole minutes that reading takes, at least 1; 0 for a page without text. */
  minutes: number;
}

/**
 * What the reader can say about a site beside showing it.
 *
 * @remarks
 * Optional parts are left out when they are not known; nothing is guessed. A
 * site that mkdocs built, or an older version of this engine, has no such file.
 */
export interface DocsFacts {
  version: 1;
  /** When the site was built: ISO 8601, UTC. */
  builtAt: string;
  /** The commit that the site was built from, when the etag is one. */
  commit?: DocsCommit;
  /**
   * What the owner should look at, at most 500 of them. `page` is the path of a
   * file inside the repository: the `sourcePath` of a page, or `mkdocs.yml`.
   */
  warnings: SiteWarning[];
  /** In reading order; pages that the navigation does not name come last. */
  pages: DocsPageFacts[];
}
