import { tableOfContents } from '../theme/tableOfContents';
import { plainDialect, type TocLevels } from '../markdown/MarkdownDialect';
import type {
  PageExcerpt,
  PageLink,
  RenderedPage,
} from '../markdown/RenderedPage';
import { tagNames } from '../site/readTagSettings';
import { searchTextOf } from './searchIndex';

/** What a build asks of every page, whether it has changed or not. */
type PageSummary = Pick<
  RenderedPage,
  | 'title'
  | 'hasTitleHeading'
  | 'hidden'
  | 'isSearchable'
  | 'wordCount'
  | 'snippets'
  | 'warnings'
> & {
  /** Links that lead nowhere, or that only the whole site can check. */
  doubtfulLinks: PageLink[];
  /** What lists of posts say about a post, besides its start. */
  post: Omit<PageExcerpt, 'html'> | undefined;
  tags: string[];
  /** Where it lists pages by tag, with the headings that these lists are below. */
  tagListings: Pick<RenderedPage, 'headings' | 'tagListings'> | undefined;
};

/** The large parts of a page in the order in which they are kept. */
const PARTS = [
  'html',
  'contents',
  'startText',
  'passages',
  'ids',
  'links',
  'excerpt',
] as const;

type Part = (typeof PARTS)[number];

export interface KeptPageState {
  summary: PageSummary;
  /** How many bytes each part takes. */
  lengths: number[];
  bytes: Buffer;
}

function isDoubtful(link: PageLink): boolean {
  return (
    link.isBroken ||
    link.repositoryPath !== undefined ||
    (Boolean(link.anchor) && link.targetPage !== undefined)
  );
}

/**
 * A rendered page as builds keep it.
 *
 * @remarks
 * Most pages of a build have not changed. Of those, the large parts are bytes
 * that go from one build to the next as they are, and are read when asked for.
 */
export class KeptPage {
  static from(
    rendered: RenderedPage,
    page: { url: string; levels: TocLevels },
  ): KeptPage {
    const { startText, passages } = searchTextOf(page.url, rendered);
    const parts: Record<Part, string> = {
      html: rendered.html,
      contents: tableOfContents(rendered.headings, page.levels),
      startText: JSON.stringify(startText),
      // Without brackets, so that those of many pages can be joined.
      passages: JSON.stringify(passages).slice(1, -1),
      ids: JSON.stringify(rendered.ids),
      links: JSON.stringify(rendered.links),
      excerpt: rendered.excerpt?.html ?? '',
    };
    const encoded = PARTS.map(part => Buffer.from(parts[part]));
    return new KeptPage({
      summary: {
        title: rendered.title,
        hasTitleHeading: rendered.hasTitleHeading,
        hidden: rendered.hidden,
        isSearchable: rendered.isSearchable,
        wordCount: rendered.wordCount,
        snippets: rendered.snippets,
        warnings: rendered.warnings,
        doubtfulLinks: rendered.links.filter(isDoubtful),
        post: rendered.excerpt && {
          hasMore: rendered.excerpt.hasMore,
          readingMinutes: rendered.excerpt.readingMinutes,
        },
        tags: tagNames(rendered.tags),
        tagListings:
          rendered.tagListings.length > 0
            ? {
                headings: rendered.headings,
                tagListings: rendered.tagListings,
              }
            : undefined,
      },
      lengths: encoded.map(({ length }) => length),
      bytes: Buffer.concat(encoded),
    });
  }

  /** A page without any text of an author. */
  static ofHtml(
    html: string,
    warnings: RenderedPage['warnings'],
    title?: string,
  ): KeptPage {
    return KeptPage.from(
      {
        html,
        title,
        description: undefined,
        hasTitleHeading: title !== undefined,
        hidden: [],
        isSearchable: true,
        headings: [],
        sections: [{ id: undefined, title: '', text: '' }],
        wordCount: 0,
        ids: [],
        links: [],
        snippets: [],
        warnings,
        tags: undefined,
        tagListings: [],
        isCut: false,
      },
      { url: '', levels: plainDialect },
    );
  }

  constructor(readonly state: KeptPageState) {}

  /** The same page with more in its article. */
  withHtml(html: string): KeptPage {
    const { summary, lengths, bytes } = this.state;
    const article = Buffer.from(html);
    return new KeptPage({
      summary,
      lengths: [article.length, ...lengths.slice(1)],
      bytes: Buffer.concat([article, bytes.subarray(lengths[0])]),
    });
  }

  get summary(): PageSummary {
    return this.state.summary;
  }

  /** The article. */
  get html(): string {
    return this.#part('html');
  }

  /** The list of its headings, empty without any. */
  get contents(): string {
    return this.#part('contents');
  }

  /** JSON of the text above the first passage, for the search index. */
  get startText(): string {
    return this.#part('startText');
  }

  /** JSON of the search documents of its passages, joined by commas. */
  get passages(): string {
    return this.#part('passages');
  }

  /** The start of a post, with addresses that start at `SITE_ROOT`. */
  get excerpt(): string {
    return this.#part('excerpt');
  }

  /** Ids that a link may point at. */
  readIds(): string[] {
    return JSON.parse(this.#part('ids'));
  }

  readLinks(): PageLink[] {
    return JSON.parse(this.#part('links'));
  }

  #part(name: Part): string {
    const { bytes, lengths } = this.state;
    const at = PARTS.indexOf(name);
    let from = 0;
    for (let index = 0; index < at; index += 1) {
      from += lengths[index];
    }
    return bytes.toString('utf8', from, from + lengths[at]);
  }
}
