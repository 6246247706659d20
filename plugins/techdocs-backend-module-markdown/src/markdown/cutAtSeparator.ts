import type { Token } from 'markdown-it';

/** The blocks above the comment that ends the start of a post; all without one. */
export function cutAtSeparator(tokens: Token[], separator: string): Token[] {
  const at = tokens.findIndex(
    ({ type, level, content }) =>
      type === 'html_block' && level === 0 && content.includes(separator),
  );
  return at < 0 ? tokens : tokens.slice(0, at);
}
