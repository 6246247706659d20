import type { FancyLists } from './fancyMarkers';
import type { MagicLinkSettings } from './magicLinkProviders';
import type { SlashBlockTypes } from './slashBlockTypes';
import { defaultSlashBlockTypes } from './slashBlockTypes';
import type { SmartSymbol } from './symbolTable';
import type { SlugStyle } from './slugs';

/** What `smarty` of Python-Markdown is told to do. */
export interface SmartPunctuation {
  hasQuotes: boolean;
  hasAngledQuotes: boolean;
  hasDashes: boolean;
  hasEllipses: boolean;
}

/** Which of the syntax that means nothing by itself a site has switched on. */
export interface MarkdownDialect {
  /** `pymdownx.highlight: linenums`: number the lines of every code block. */
  hasLineNumbers: boolean;
  /** `pymdownx.arithmatex` is listed: `\\(a\\)` is a formula too. */
  hasBackslashMath: boolean;
  /** `pymdownx.smartsymbols`, which techdocs-core brings too. */
  hasSmartSymbols: boolean;
  /** Symbols of `pymdownx.smartsymbols` that the site does not want. */
  unwantedSymbols: SmartSymbol[];
  /** `~x~` is lowered, unless `pymdownx.tilde` says that it is not. */
  hasSubscript: boolean;
  /** `~~x~~` is deleted, unless `pymdownx.tilde` says that it is not. */
  hasDeletions: boolean;
  /** `^x^` is raised, unless `pymdownx.caret` says that it is not. */
  hasSuperscript: boolean;
  /** `^^x^^` is inserted, unless `pymdownx.caret` says that it is not. */
  hasInsertions: boolean;
  /** `pymdownx.critic`, which techdocs-core brings too. */
  hasCriticMarks: boolean;
  /** `pymdownx.progressbar`: `[=45% "45%"]` is drawn. */
  hasProgressBars: boolean;
  /** Written for mkdocs, with techdocs-core or with extensions of its own. */
  isMkdocs: boolean;
  /** Read as Python-Markdown does where GitHub reads something else, such as lists. */
  isPythonMarkdown: boolean;
  /** `:smile:` is an emoji. */
  hasEmojiNames: boolean;
  /** A full address is a link without any mark around it. */
  hasBareLinks: boolean;
  /** `pymdownx.mark`: `==` opens and closes at the ends of words. */
  hasSmartMarks: boolean;
  /** Quotes that start with `[!note]` are boxes. */
  hasAlerts: boolean;
  /** Characters that a backslash hides itself in front of; undefined for all signs. */
  escapable: string | undefined;
  /** `sane_lists`: bullets and numbers are lists of their own, which may start anywhere. */
  hasSaneLists: boolean;
  /** `pymdownx.fancylists`: lists of letters and Roman numerals. */
  fancyLists: FancyLists | undefined;
  /** `footnotes: USE_DEFINITION_ORDER`: numbered as they are written, not as referred to. */
  hasNotesAsDefined: boolean;
  /** `nl2br`: each line end of a paragraph is one on the page. */
  hasLineBreaks: boolean;
  /** `pymdownx.escapeall: nbsp`: `\ ` is a space that no line breaks at. */
  hasFixedSpaces: boolean;
  /** `pymdownx.escapeall`: a backslash hides itself in front of any character. */
  hasFullEscapes: boolean;
  /** `pymdownx.keys: separator`: what stands between two keys. */
  keySeparator: string;
  /** `smarty`: which punctuation is made that of a printer. */
  smartPunctuation: SmartPunctuation | undefined;
  /** `pymdownx.magiclink`: what becomes a link without being written as one. */
  magicLinks: MagicLinkSettings | undefined;
  /** `toc: slugify`: how anchors are made of headings. */
  slugStyle: SlugStyle;
  /** `toc: separator`: what stands for the spaces of a heading in its anchor. */
  slugSeparator: string;
  /** `toc: baselevel`: the level that `#` has. */
  baseLevel: number;
  /** Boxes that a name behind `///` stands for. */
  slashBlockTypes: SlashBlockTypes;
  /** `toc: toc_depth` as a range: first level in the table of contents. */
  tocTop: number;
  /** `toc: toc_depth`: deepest heading in the table of contents. */
  tocDepth: number;
}

/** The levels of the headings that a table of contents holds. */
export type TocLevels = Pick<MarkdownDialect, 'tocTop' | 'tocDepth'>;

/** What a site speaks that configures nothing. */
export const plainDialect: MarkdownDialect = {
  hasLineNumbers: false,
  hasBackslashMath: false,
  hasSmartSymbols: false,
  unwantedSymbols: [],
  hasSubscript: true,
  hasDeletions: true,
  hasSuperscript: true,
  hasInsertions: true,
  hasCriticMarks: false,
  hasProgressBars: false,
  isMkdocs: false,
  isPythonMarkdown: false,
  hasEmojiNames: true,
  hasBareLinks: true,
  hasSmartMarks: false,
  hasAlerts: true,
  escapable: undefined,
  hasSaneLists: false,
  fancyLists: undefined,
  hasNotesAsDefined: false,
  hasLineBreaks: false,
  hasFixedSpaces: false,
  hasFullEscapes: false,
  keySeparator: '+',
  smartPunctuation: undefined,
  magicLinks: undefined,
  slugStyle: 'readable',
  slugSeparator: '-',
  baseLevel: 1,
  slashBlockTypes: defaultSlashBlockTypes,
  tocTop: 1,
  tocDepth: 6,
};

/** Two dialects with the same key render a page alike. */
export function dialectKey(dialect: MarkdownDialect): string {
  return JSON.stringify(dialect, (_name, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}
