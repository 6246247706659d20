import type { MarkdownIt } from 'markdown-it';

type BlockRule = ReturnType<MarkdownIt['block']['ruler']['getRules']>[number];

/**
 * A rule of markdown-it itself, for another that takes its place and asks it.
 *
 * @throws Error when this version of markdown-it has no such rule
 */
export function blockRule(md: MarkdownIt, name: string): BlockRule {
  const rule = md.block.ruler.getRules('').find(one => one.name === name);
  if (!rule) {
    throw new Error(`This version of markdown-it has no rule '${name}'`);
  }
  return rule;
}
