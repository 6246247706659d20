import { isRecord } from '@atrium/common';
import { readYaml } from '@atrium/common/yaml';
import { escapeHtml } from '../markdown/escapeHtml';
import type { TocLevels } from '../markdown/MarkdownDialect';
import { slugify } from '../markdown/slugs';
import type { PageHeading } from '../markdown/PageContext';
import type { TagListing } from '../markdown/TagListing';
import { listingMark } from '../markdown/tagListings';
import { tagNames, type TagSettings } from '../site/readTagSettings';
import { relativeUrl, type SitePage } from '../site/SitePage';
import { tableOfContents } from '../theme/tableOfContents';
import type { CheckedPage } from './checkLinks';
import type { TitleOf } from './siteTitles';

/** Which pages a list holds. */
interface ListingOptions {
  include: string[];
  exclude: string[];
  /** Only pages of the folder that the list is in. */
  isScoped: boolean;
  hasShadow: boolean;
  hasContents: boolean;
}

/** A list with the pages of each of its tags. */
interface FilledListing extends ListingOptions {
  page: SitePage;
  place: TagListing;
  tags: Map<string, SitePage[]>;
}

function byCodePoint(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** Ids of tags hold a colon, which an address may hold too. */
function anchor(id: string): string {
  return `#${encodeURIComponent(id).replaceAll('%3A', ':')}`;
}

/** How many folders two addresses share. */
function closeness(a: SitePage, b: SitePage): number {
  const parts = b.url.split('/');
  const shared = a.url
    .split('/')
    .findIndex((part, index) => part === '' || part !== parts[index]);
  return shared < 0 ? parts.length : shared;
}

/** The tags of pages, and the lists of pages by tag. */
export class TagPages {
  readonly #settings: TagSettings;
  readonly #titleOf: TitleOf;
  readonly #tagsByPage = new Map<SitePage, string[]>();
  readonly #listings: FilledListing[] = [];
  readonly #headingsByPage = new Map<SitePage, PageHeading[]>();

  constructor(
    settings: TagSettings,
    pages: readonly CheckedPage[],
    titleOf: TitleOf,
  ) {
    this.#settings = settings;
    this.#titleOf = titleOf;
    for (const { page, rendered } of pages) {
      const { tags, tagListings } = rendered.summary;
      if (tags.length > 0) {
        this.#tagsByPage.set(page, this.#sorted(tags));
      }
      for (const place of tagListings?.tagListings ?? []) {
        const options = this.#readOptions(place);
        this.#listings.push({ ...options, page, place, tags: new Map() });
      }
      if (tagListings) {
        this.#headingsByPage.set(page, tagListings.headings);
      }
    }
    this.#listings.forEach(listing => this.#fill(listing));
  }

  /** The tags of a page, each with a link to the closest list of it. */
  pageTags(page: SitePage): string {
    const { hasPageTags } = this.#settings;
    const tags = hasPageTags ? this.#tagsByPage.get(page) ?? [] : [];
    const shown = tags.filter(tag => this.#isShown(tag));
    if (shown.length === 0) {
      return '';
    }
    const items = shown.map(tag => {
      const [closest] = this.#listings
        .filter(listing => listing.tags.get(tag)?.includes(page))
        .sort((a, b) => closeness(page, b.page) - closeness(page, a.page));
      const name = escapeHtml(tag);
      return closest
        ? `<a class="md-tag" href="${escapeHtml(
            relativeUrl(page.url, closest.page.url) + anchor(this.#slug(tag)),
          )}">${name}</a>`
        : `<span class="md-tag">${name}</span>`;
    });
    return `<nav class="md-tags" aria-label="Tags">${items.join(' ')}</nav>\n`;
  }

  /** An article with its lists. */
  withListings(page: SitePage, html: string): string {
    const listings = this.#listings.filter(other => other.page === page);
    return listings.length === 0
      ? html
      : html.replace(listingMark, (_, index) =>
          this.#render(listings[Number(index)]),
        );
  }

  /** The contents of a page with lists; undefined for one without. */
  contents(page: SitePage, levels: TocLevels): string | undefined {
    const headings = this.#headingsByPage.get(page);
    if (!headings) {
      return undefined;
    }
    const listings = this.#listings.filter(
      listing => listing.page === page && listing.hasContents,
    );
    const below = (count: number) =>
      listings
        .filter(({ place }) => place.headingCount === count)
        .flatMap(listing => this.#headings(listing));
    return tableOfContents(
      [
        ...below(0),
        ...headings.flatMap((heading, index) => [heading, ...below(index + 1)]),
      ],
      levels,
    );
  }

  /** Ids that lists bring to a page. */
  idsOf(page: SitePage): string[] {
    return this.#listings
      .filter(listing => listing.page === page)
      .flatMap(({ tags }) => [...tags.keys()].map(tag => this.#slug(tag)));
  }

  #isShadow(tag: string): boolean {
    const { names, prefix, suffix } = this.#settings.shadow;
    return (
      names.includes(tag) ||
      (prefix !== '' && tag.startsWith(prefix)) ||
      (suffix !== '' && tag.endsWith(suffix))
    );
  }

  #isShown(tag: string): boolean {
    return this.#settings.shadow.isShown || !this.#isShadow(tag);
  }

  #sorted(tags: Iterable<string>): string[] {
    const sorted = [...tags].sort(byCodePoint);
    return this.#settings.isReversed ? sorted.reverse() : sorted;
  }

  #slug(tag: string): string {
    const { slugFormat, slugSeparator } = this.#settings;
    const slug = slugify(tag, 'lower', slugSeparator);
    return slugFormat.replaceAll('{slug}', () => slug);
  }

  #readOptions({ options }: TagListing): ListingOptions {
    const [document] = readYaml(options, { ignoresTags: true });
    const said = document?.problems.length === 0 ? document.value : undefined;
    const { listings, shadow, hasContents } = this.#settings;
    const named =
      typeof said === 'string' && Object.hasOwn(listings, said)
        ? listings[said]
        : said;
    const values = isRecord(named) ? named : {};
    return {
      include: tagNames(values.include),
      exclude: tagNames(values.exclude),
      isScoped: values.scope === true,
      hasShadow:
        typeof values.shadow === 'boolean' ? values.shadow : shadow.isShown,
      hasContents: typeof values.toc === 'boolean' ? values.toc : hasContents,
    };
  }

  #fill(listing: FilledListing) {
    const { include, exclude, page, isScoped, hasShadow } = listing;
    const folder = page.docPath.replace(/[^/]+$/, '');
    const pagesByTag = new Map<string, SitePage[]>();
    for (const [other, tags] of this.#tagsByPage) {
      const isListed =
        other !== page &&
        (!isScoped || other.docPath.startsWith(folder)) &&
        !tags.some(tag => exclude.includes(tag));
      for (const tag of isListed ? tags : []) {
        const isIncluded = include.length === 0 || include.includes(tag);
        if (isIncluded && (hasShadow || !this.#isShadow(tag))) {
          pagesByTag.set(tag, [...(pagesByTag.get(tag) ?? []), other]);
        }
      }
    }
    for (const tag of this.#sorted(pagesByTag.keys())) {
      const pages = pagesByTag.get(tag) ?? [];
      listing.tags.set(
        tag,
        pages.sort((a, b) => byCodePoint(this.#titleOf(a), this.#titleOf(b))),
      );
    }
  }

  #headings({ tags, place }: FilledListing): PageHeading[] {
    return [...tags.keys()].map(tag => ({
      level: place.level,
      id: this.#slug(tag),
      text: tag,
    }));
  }

  #render({ page, place, tags }: FilledListing): string {
    return [...tags]
      .map(([tag, pages]) => {
        const id = this.#slug(tag);
        const links = pages.map(
          other =>
            `<li><a href="${escapeHtml(
              relativeUrl(page.url, other.url),
            )}">${escapeHtml(this.#titleOf(other))}</a></li>\n`,
        );
        return `<h${place.level} id="${escapeHtml(
          id,
        )}"><span class="md-tag">${escapeHtml(
          tag,
        )}</span><a class="headerlink" href="${escapeHtml(
          anchor(id),
        )}" title="Permanent link">&para;</a></h${
          place.level
        }>\n<ul>\n${links.join('')}</ul>\n`;
      })
      .join('');
  }
}
