import type { Ruler } from 'markdown-it';

/**
 * A rule of markdown-it itself, for another that takes its place and asks it.
 *
 * @throws Error when this version of markdown-it has no such rule
 */
export function stockRule<TArguments extends unknown[], TResult>(
  ruler: Ruler<TArguments, TResult>,
  name: string,
): (...args: TArguments) => TResult {
  const rule = ruler.getRules('').find(one => one.name === name);
  if (!rule) {
    throw new Error(`This version of markdown-it has no rule '${name}'`);
  }
  return rule;
}
