import type { MarkdownIt as Markdown, StateCore } from 'markdown-it';
import MarkdownIt from 'markdown-it';
import { full as emoji } from 'markdown-it-emoji';

const JOYPIXELS_NAME = /:(man|woman)_(?:in_)?([a-z]+(?:_[a-z]+)*):/g;

const byGithubName = new MarkdownIt().use(emoji, { shortcuts: {} });

/** `man_raising_hand`, or undefined when GitHub has none under the other name. */
function findEmoji(person: string, rest: string): string | undefined {
  const found = byGithubName.renderInline(`:${rest}_${person}:`);
  return found.startsWith(':') ? undefined : found;
}

function replaceInPage(state: StateCore) {
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
 * People by the names that mkdocs-material knows, which start with the person
 * where those of GitHub end with it: `:man_raising_hand:`.
 */
export function emojiNames(md: Markdown) {
  // Behind the rule that replaces those of GitHub, which win.
  md.core.ruler.after('emoji', 'emoji_names', replaceInPage);
}
