import type { MarkdownIt as Markdown, StateCore } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { full as emoji } from 'markdown-it-emoji';
import { PageContext } from './PageContext';

const JOYPIXELS_NAME = /:(man|woman)_(?:in_)?([a-z]+(?:_[a-z]+)*):/g;

/** What all names of emoji are in text, and most text has none of. */
const ANY_NAME = /:[\w+-]+:/;

/** Made for the first page with such a name: it joins 1,900 of them to one expression. */
let byGithubName: Markdown | undefined;

function readerOfNames(): Markdown {
  byGithubName ??= new MarkdownIt().use(emoji, { shortcuts: {} });
  return byGithubName;
}

function hasNames({ tokens }: StateCore): boolean {
  return tokens.some(({ children }) =>
    children?.some(
      ({ type, content }) => type === 'text' && ANY_NAME.test(content),
    ),
  );
}

function replaceGithubNames(state: StateCore) {
  const replace = readerOfNames()
    .core.ruler.getRules('')
    .find(({ name }) => name === 'emoji_replace');
  replace?.(state);
}

/** `man_raising_hand`, or undefined when GitHub has none under the other name. */
function findEmoji(person: string, rest: string): string | undefined {
  const found = readerOfNames().renderInline(`:${rest}_${person}:`);
  return found.startsWith(':') ? undefined : found;
}

function replacePeople(state: StateCore) {
  for (const { children } of state.tokens) {
    for (const child of children ?? []) {
      if (child.type === 'text' && child.content.includes('man_')) {
        child.content = child.content.replace(
          JOYPIXELS_NAME,
          (name, person, rest) => findEmoji(person, rest) ?? name,
        );
      }
    }
  }
}

/**
 * Emoji by their names on GitHub, such as `:smile:`, and people by those that
 * mkdocs-material knows too, which start with the person where those of GitHub end
 * with it: `:man_raising_hand:`.
 */
export function emojiNames(md: Markdown) {
  md.renderer.rules.emoji = (tokens, index) => tokens[index].content;
  md.core.ruler.after('linkify', 'emoji', state => {
    const { dialect } = PageContext.of(state.env).options;
    if (dialect.hasEmojiNames && hasNames(state)) {
      replaceGithubNames(state);
      replacePeople(state);
    }
  });
}
