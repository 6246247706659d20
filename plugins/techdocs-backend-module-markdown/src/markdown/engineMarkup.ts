import type { MarkdownIt } from 'markdown-it';
import { PageContext } from './PageContext';

/**
 * Tokens of type `engine_markup` hold finished HTML of the engine itself,
 * which authors may not write, such as radio buttons.
 */
export function engineMarkup(md: MarkdownIt) {
  md.renderer.rules.engine_markup = (tokens, index, _options, env) =>
    PageContext.of(env).slot(tokens[index].content);
}
