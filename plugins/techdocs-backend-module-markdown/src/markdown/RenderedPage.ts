import type { PageHeading } from './PageContext';
import type { SiteWarning } from './SiteWarning';
import type { TagListing } from './TagListing';

/** Text below one heading, for the search index. */
export interface PageSection {
  /** Id of the heading, or undefined above the first one. */
  id: string | undefined;
  title: string;
  text: string;
}

/** A link of the page as written, and what became of it. */
export interface PageLink {
  kind: 'link' | 'image';
  /** As written by the author. */
  href: string;
  /** As it stands in the page. */
  resolved: string;
  isDownload: boolean;
  isBroken: boolean;
  /** Source path of the page that is linked to, if it is one. */
  targetPage: string | undefined;
  anchor: string | undefined;
  /** Path of a file outside the docs folder that is linked on its git host. */
  repositoryPath: string | undefined;
  line: number | undefined;
  /** Written as HTML; left out for links of Markdown. */
  isHtml?: boolean;
}

/** The start of a post as lists of posts show it. */
export interface PageExcerpt {
  /** Addresses inside the site start at `SITE_ROOT`. */
  html: string;
  /** Whether the post goes on behind it. */
  hasMore: boolean;
  /** Minutes that reading the whole post takes. */
  readingMinutes: number;
}

/** What rendering one Markdown file gives; plain JSON, so it can be kept. */
export interface RenderedPage {
  html: string;
  /** Title from the front matter or the first heading. */
  title: string | undefined;
  description: string | undefined;
  /** Whether the page brings a first-level heading of its own. */
  hasTitleHeading: boolean;
  hidden: string[];
  /** Whether a search finds it. */
  isSearchable: boolean;
  headings: PageHeading[];
  sections: PageSection[];
  /** Words of the text, without code. */
  wordCount: number;
  /** Ids that a link may point at. */
  ids: string[];
  links: PageLink[];
  /** Snippet files that went in, with a hash of each. */
  snippets: { path: string; hash: string }[];
  warnings: SiteWarning[];
  /** What its front matter says under the name that the site gives to tags. */
  tags: unknown;
  /** Where it lists pages by tag. */
  tagListings: TagListing[];
  /** Whether more follows than was rendered. */
  isCut: boolean;
  /** The start of a post, for lists of posts; left out for other pages. */
  excerpt?: PageExcerpt;
}
