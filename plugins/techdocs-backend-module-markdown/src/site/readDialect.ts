import { isRecord } from '@atrium/common';
import type { FancyLists } from '../markdown/fancyMarkers';
import type { MagicLinkSettings } from '../markdown/magicLinkProviders';
import {
  magicLinkProviders,
  type MagicLinkProvider,
} from '../markdown/magicLinkProviders';
import type { MarkdownDialect, TocLevels } from '../markdown/MarkdownDialect';
import { plainDialect } from '../markdown/MarkdownDialect';
import { readSlugStyle } from '../markdown/slugs';
import { smartSymbolNames } from '../markdown/symbolTable';
import { readSlashBlockTypes } from './readSlashBlockTypes';

type Options = Record<string, unknown>;

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function providerKind(value: unknown): MagicLinkProvider['kind'] | undefined {
  switch (value) {
    case 'github':
    case 'gitlab':
    case 'bitbucket':
      return value;
    default:
      return undefined;
  }
}

/** Hosts of the site's own: `custom` of magiclink. */
function customProviders(value: unknown): Record<string, MagicLinkProvider> {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.flatMap(([name, entry]): [string, MagicLinkProvider][] => {
      const options = isRecord(entry) ? entry : {};
      const kind = providerKind(options.type);
      const url = text(options.host).toLowerCase().replace(/\/+$/, '');
      const isUsable =
        /^[a-zA-Z0-9]+$/.test(name) &&
        /^https?:\/\/[^\s/?#]+/.test(url) &&
        URL.canParse(url);
      return kind && isUsable
        ? [[name, { kind, url, label: text(options.label) || name }]]
        : [];
    }),
  );
}

function readMagicLinks(
  options: Options | undefined,
): MagicLinkSettings | undefined {
  if (!options) {
    return undefined;
  }
  const providers = {
    ...customProviders(options.custom),
    ...magicLinkProviders,
  };
  const provider = text(options.provider);
  return {
    provider: Object.hasOwn(providers, provider) ? provider : 'github',
    user: text(options.user),
    repo: text(options.repo),
    hasRepoShorthand: options.repo_url_shorthand === true,
    hasSocialShorthand: options.social_url_shorthand === true,
    hasRepoShortener: options.repo_url_shortener === true,
    hasSocialShortener: options.social_url_shortener === true,
    hasOneSymbol: options.normalize_issue_symbols === true,
    hidesProtocol: options.hide_protocol === true,
    providers,
  };
}

/** The options of `pymdownx.fancylists`. */
function readFancyLists(options: Options | undefined): FancyLists | undefined {
  const styles = options?.additional_ordered_styles;
  const has = (name: string) => !Array.isArray(styles) || styles.includes(name);
  return (
    options && {
      hasRoman: has('roman'),
      hasLetters: has('alpha'),
      hasGeneric: has('generic'),
    }
  );
}

/** What Python-Markdown lets a backslash hide in front of, with tables. */
const ESCAPABLE = '\\`*_{}[]()>#+-.!|';

/** What extensions add to that. */
const MORE_ESCAPABLE: Record<string, string> = {
  'pymdownx.arithmatex': '$',
  'pymdownx.caret': '^',
  'pymdownx.emoji': ':',
  'pymdownx.mark': '=',
  'pymdownx.progressbar': '=',
  'pymdownx.tilde': '~',
  smarty: `"'`,
};

function readEscapable(extensions: ReadonlyMap<string, Options>): string {
  const more = Object.entries(MORE_ESCAPABLE)
    .filter(([name]) => extensions.has(name))
    .map(([, characters]) => characters);
  const magicLinks = extensions.get('pymdownx.magiclink');
  const hasMentions =
    magicLinks?.repo_url_shorthand === true ||
    magicLinks?.social_url_shorthand === true;
  return ESCAPABLE + more.join('') + (hasMentions ? '@' : '');
}

/** Plugins of mkdocs that make boxes of quotes, as `pymdownx.quotes` does. */
const ALERT_PLUGINS = ['callouts', 'github-callouts', 'gh-admonitions'];

/** `toc_depth`: the deepest level, or a range such as `2-3`. */
function readTocLevels(value: unknown): TocLevels {
  const [top, depth] =
    typeof value === 'string' && value.includes('-')
      ? value.split('-').map(Number)
      : [1, Number(value ?? NaN)];
  return Number.isInteger(top) && Number.isInteger(depth) && depth >= 0
    ? { tocTop: top, tocDepth: depth }
    : { tocTop: plainDialect.tocTop, tocDepth: plainDialect.tocDepth };
}

/** A longer separator would only make anchors that nobody writes. */
const SEPARATOR = /^\S{0,10}$/;

/** The options of `toc`. */
function readToc(options: Options = {}) {
  const { separator, baselevel } = options;
  const baseLevel = Number(baselevel ?? 1);
  return {
    ...readTocLevels(options.toc_depth),
    slugSeparator:
      typeof separator === 'string' && SEPARATOR.test(separator)
        ? separator
        : plainDialect.slugSeparator,
    baseLevel:
      Number.isInteger(baseLevel) && baseLevel > 0
        ? baseLevel
        : plainDialect.baseLevel,
  };
}

/** The switches of `pymdownx.smartsymbols`, `tilde` and `caret`. */
function readSwitches(extensions: ReadonlyMap<string, Options>) {
  const isOn = (extension: string, option: string) =>
    extensions.get(`pymdownx.${extension}`)?.[option] !== false;
  return {
    unwantedSymbols: smartSymbolNames.filter(
      name => !isOn('smartsymbols', name),
    ),
    hasSubscript: isOn('tilde', 'subscript'),
    hasDeletions: isOn('tilde', 'delete'),
    hasSuperscript: isOn('caret', 'superscript'),
    hasInsertions: isOn('caret', 'insert'),
  };
}

/** What the extensions of a site, and its plugins, switch on. */
export function readDialect(
  extensions: ReadonlyMap<string, Options>,
  plugins: ReadonlySet<string> = new Set(),
): MarkdownDialect {
  const isTechdocs = plugins.has('techdocs-core');
  const isMkdocs = isTechdocs || extensions.size > 0;
  // Who lists extensions writes for mkdocs. What techdocs-core brings makes lists much
  // like those of GitHub, as which a site without any extension is read too.
  const isPythonMarkdown =
    extensions.size > 0 &&
    !isTechdocs &&
    !extensions.has('mdx_truly_sane_lists');
  const toc = extensions.get('toc');
  const smarty = extensions.get('smarty');
  const escapes = extensions.get('pymdownx.escapeall');
  const keySeparator = extensions.get('pymdownx.keys')?.separator;
  return {
    ...readToc(toc),
    ...readSwitches(extensions),
    hasLineNumbers: extensions.get('pymdownx.highlight')?.linenums === true,
    hasBackslashMath: extensions.has('pymdownx.arithmatex'),
    hasSmartSymbols: extensions.has('pymdownx.smartsymbols') || isTechdocs,
    hasCriticMarks: extensions.has('pymdownx.critic') || isTechdocs,
    hasProgressBars: extensions.has('pymdownx.progressbar'),
    isMkdocs,
    isPythonMarkdown,
    hasEmojiNames: !isPythonMarkdown || extensions.has('pymdownx.emoji'),
    hasBareLinks: !isPythonMarkdown || extensions.has('pymdownx.magiclink'),
    hasSmartMarks:
      isPythonMarkdown &&
      extensions.has('pymdownx.mark') &&
      extensions.get('pymdownx.mark')?.smart_mark !== false,
    hasAlerts:
      !isPythonMarkdown ||
      extensions.has('pymdownx.quotes') ||
      ALERT_PLUGINS.some(name => plugins.has(name)),
    escapable: isPythonMarkdown ? readEscapable(extensions) : undefined,
    hasSaneLists: extensions.has('sane_lists'),
    fancyLists: isPythonMarkdown
      ? readFancyLists(extensions.get('pymdownx.fancylists'))
      : undefined,
    hasNotesAsDefined:
      extensions.get('footnotes')?.USE_DEFINITION_ORDER === true,
    hasLineBreaks: extensions.has('nl2br'),
    hasFullEscapes: escapes !== undefined,
    hasFixedSpaces: escapes?.nbsp === true,
    keySeparator:
      typeof keySeparator === 'string'
        ? keySeparator
        : plainDialect.keySeparator,
    smartPunctuation: smarty && {
      hasQuotes: smarty.smart_quotes !== false,
      hasAngledQuotes: smarty.smart_angled_quotes === true,
      hasDashes: smarty.smart_dashes !== false,
      hasEllipses: smarty.smart_ellipses !== false,
    },
    magicLinks: readMagicLinks(extensions.get('pymdownx.magiclink')),
    slugStyle:
      readSlugStyle(toc?.slugify) ??
      (isMkdocs ? 'ascii' : plainDialect.slugStyle),
    slashBlockTypes: readSlashBlockTypes(extensions),
  };
}
