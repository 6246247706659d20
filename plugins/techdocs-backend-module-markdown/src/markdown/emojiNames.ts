import type { MarkdownIt as Markdown, StateCore } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { full as emoji } from 'markdown-it-emoji';
import { PageContext } from './PageContext';

const JOYPIXELS_NAME = /:(man|woman)_(?:in_)?([a-z]+(?:_[a-z]+)*):/g;

/** Made for the first page that asks for it, which is a rare one. */
let byGithubName: Markdown | undefined;

/** `man_raising_hand`, or undefined when GitHub has none under the other name. */
function findEmoji(person: string, rest: string): string | undefined {
  byGithubName ??= new MarkdownIt().use(emoji, { shortcuts: {} });
  const found = byGithubName.renderInline(`:${rest}_${person}:`);
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
  md.use(emoji, { shortcuts: {} });
  const replaceByGithub = md.core.ruler
    .getRules('')
    .find(({ name }) => name === 'emoji_replace');
  md.core.ruler.at('emoji', state => {
    if (PageContext.of(state.env).options.dialect.hasEmojiNames) {
      replaceByGithub?.(state);
      replacePeople(state);
    }
  });
}
