import { isRecord } from '@atrium/common';

/** The tags of a site, as the plugin of mkdocs-material is configured. */
export interface TagSettings {
  /** What the front matter calls the tags of a page. */
  property: string;
  /** Whether each page shows its tags. */
  hasPageTags: boolean;
  /** The comment in place of which pages are listed by tag; without a list, undefined. */
  directive: string | undefined;
  /** A page that ends with such a list, by its path inside the docs folder. */
  listingFile: string | undefined;
  /** Options of lists that a comment names. */
  listings: Record<string, unknown>;
  /** Whether lists stand in the contents of their page. */
  hasContents: boolean;
  slugFormat: string;
  slugSeparator: string;
  isReversed: boolean;
  /** Tags that only their authors should see, and whether they are shown. */
  shadow: {
    names: string[];
    prefix: string;
    suffix: string;
    isShown: boolean;
  };
}

type Options = Record<string, unknown>;

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

/** Names of tags; numbers and truth values are names too. */
export function tagNames(value: unknown): string[] {
  const names = (Array.isArray(value) ? value : [])
    .filter(item => ['string', 'number', 'boolean'].includes(typeof item))
    .map(String);
  return [...new Set(names)];
}

/** Reads the options of `tags`; undefined when it is switched off. */
export function readTagSettings(
  options: Options | undefined,
): TagSettings | undefined {
  if (!options || options.enabled === false) {
    return undefined;
  }
  const file = text(options.tags_file, '');
  return {
    property: text(options.tags_name_property, 'tags'),
    hasPageTags: options.tags !== false,
    directive:
      options.listings === false
        ? undefined
        : text(options.listings_directive, 'material/tags'),
    listingFile: file || undefined,
    listings: isRecord(options.listings_map) ? options.listings_map : {},
    hasContents: options.listings_toc !== false,
    slugFormat: text(options.tags_slugify_format, 'tag:{slug}'),
    slugSeparator: text(options.tags_slugify_separator, '-'),
    isReversed: options.tags_sort_reverse === true,
    shadow: {
      names: tagNames(options.shadow_tags),
      prefix: text(options.shadow_tags_prefix, ''),
      suffix: text(options.shadow_tags_suffix, ''),
      isShown: options.shadow === true,
    },
  };
}
