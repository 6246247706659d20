import { isUnspaced } from '@atrium/common';

/** More marks than this slow the page down and tell nothing. */
const MAX_HITS = 500;

/** Not what somebody reads, or not a part of the page. */
const LEFT_OUT =
  'script, style, .headerlink, .md-clipboard, .md-source-file, .atrium-page-header, .atrium-page-footer, .atrium-feedback, .atrium-diagram';

/**
 * Where the words of a search begin a word of an element, in reading order.
 *
 * @param term - what somebody typed
 */
export function findHits(element: Element, term: string): Range[] {
  const words = wordsOf(term);
  if (words.length === 0) {
    return [];
  }
  const pattern = new RegExp(words.map(patternOf).join('|'), 'giu');
  const hits: Range[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (
    let node = walker.nextNode();
    node && hits.length < MAX_HITS;
    node = walker.nextNode()
  ) {
    if (node.parentElement?.closest(LEFT_OUT)) {
      continue;
    }
    for (const match of (node.textContent ?? '').matchAll(pattern)) {
      const range = document.createRange();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      hits.push(range);
    }
  }
  return hits.slice(0, MAX_HITS);
}

/** Words alone; a single letter would mark half of the page. */
function wordsOf(term: string): string[] {
  const words = term.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map(word => word.toLocaleLowerCase('en-US')))]
    .filter(word => word.length > 1 || isUnspaced(word))
    .slice(0, 20);
}

/** Where no spaces are, a word may stand anywhere; elsewhere it begins one. */
function patternOf(word: string): string {
  return isUnspaced(word)
    ? word
    : `(?<![\\p{L}\\p{N}])${withoutEnding(word)}[\\p{L}\\p{N}]*`;
}

/** The ending of an English word may differ: `refunds` finds `refund` too. */
function withoutEnding(word: string): string {
  return word.length > 4 ? word.replace(/(?:es|s)$/, '') : word;
}
