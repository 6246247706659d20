import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import type { SmartPunctuation } from './MarkdownDialect';
import { PageContext } from './PageContext';

type Substitution = [pattern: RegExp, replacement: string];

const DASHES: Substitution[] = [
  [/(?<!-)---(?!-)/g, '—'],
  [/(?<!-)--(?!-)/g, '–'],
];

const ANGLED_QUOTES: Substitution[] = [
  [/<</g, '«'],
  [/>>/g, '»'],
];

const ELLIPSES: Substitution[] = [[/(?<!\.)\.{3}(?!\.)/g, '…']];

const PUNCTUATION = '[!"#$%\'()*+,\\-./:;<=>?@[\\\\\\]^_`{|}~]';
const BEFORE_CLOSING = '[^ \\t\\r\\n[{(\\-]';
const BEFORE_OPENING = '(\\s|\u00A0|--|–|—)';

/** In this order, as the author of SmartyPants found them. */
const QUOTES: Substitution[] = [
  [new RegExp(`^'(?=${PUNCTUATION}\\B)`, 'g'), '’'],
  [new RegExp(`^"(?=${PUNCTUATION}\\B)`, 'g'), '”'],
  [/"'(?=\w)/g, '“‘'],
  [/'"(?=\w)/g, '‘“'],
  [/(?<!\w)'(?=\d{2}s)/g, '’'],
  [new RegExp(`${BEFORE_OPENING}'(?=\\w)`, 'g'), '$1‘'],
  [new RegExp(`(?<=${BEFORE_CLOSING})'(?!\\s|s\\b|\\d)`, 'g'), '’'],
  [/'(\s|s\b)/g, '’$1'],
  [/'/g, '‘'],
  [new RegExp(`${BEFORE_OPENING}"(?=\\w)`, 'g'), '$1“'],
  [/"(?=\s)/g, '”'],
  [new RegExp(`(?<=${BEFORE_CLOSING})"`, 'g'), '”'],
  [/"/g, '“'],
];

function substitutionsOf(settings: SmartPunctuation): Substitution[] {
  return [
    ...(settings.hasDashes ? DASHES : []),
    ...(settings.hasAngledQuotes ? ANGLED_QUOTES : []),
    ...(settings.hasQuotes ? QUOTES : []),
    ...(settings.hasEllipses ? ELLIPSES : []),
  ];
}

/** Stands for what is between two texts: a quote behind it closes. */
const MARKUP = '\uE000';

/** The texts of a paragraph that are no addresses. */
function textsOf(children: Token[]): Token[] {
  let isAddress = false;
  return children.filter(({ type, markup }) => {
    if (type === 'link_open') {
      isAddress = markup === 'linkify' || markup === 'autolink';
    } else if (type === 'link_close') {
      isAddress = false;
    }
    return type === 'text' && !isAddress;
  });
}

function replaceInPage(state: StateCore) {
  const settings = PageContext.of(state.env).options.dialect.smartPunctuation;
  if (!settings) {
    return;
  }
  const substitutions = substitutionsOf(settings);
  for (const { type, children } of state.tokens) {
    if (type !== 'inline' || !children) {
      continue;
    }
    for (const text of textsOf(children)) {
      const isFirst = text === children[0];
      let content = isFirst ? text.content : MARKUP + text.content;
      for (const [pattern, replacement] of substitutions) {
        content = content.replace(pattern, replacement);
      }
      text.content = isFirst ? content : content.slice(MARKUP.length);
    }
  }
}

/** Quotes, dashes and dots as a printer sets them: `smarty` of Python-Markdown. */
export function smartPunctuation(md: MarkdownIt) {
  // Arrows are symbols and no dashes.
  md.core.ruler.after('smart_symbols', 'smart_punctuation', replaceInPage);
}
