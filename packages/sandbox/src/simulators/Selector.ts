import type { Series } from './TrafficModel.ts';

interface Matcher {
  label: string;
  isNegated: boolean;
  matches(value: string): boolean;
}

const selectorPattern = /^\s*([a-zA-Z_:][\w:]*)\s*(?:\{(.*)\}\s*)?$/s;
const matcherPattern =
  /\s*([a-zA-Z_]\w*)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"\s*(?:,|$)/gy;

/** Chooses series the way PromQL does: `name{label="value",other!~"a|b"}`. */
export class Selector {
  readonly name: string;
  readonly #matchers: Matcher[];

  private constructor(name: string, matchers: Matcher[]) {
    this.name = name;
    this.#matchers = matchers;
  }

  /** Undefined for what is not a selector. */
  static parse(text: string): Selector | undefined {
    const [, name, list = ''] = selectorPattern.exec(text) ?? [];
    if (name === undefined) {
      return undefined;
    }
    const matchers: Matcher[] = [];
    let read = 0;
    for (const match of list.matchAll(matcherPattern)) {
      const [whole, label, operator, quoted] = match;
      read += whole.length;
      const value = quoted.replace(/\\(.)/g, '$1');
      const pattern = operator.endsWith('~')
        ? new RegExp(`^(?:${value})$`)
        : undefined;
      matchers.push({
        label,
        isNegated: operator.startsWith('!'),
        matches: actual => pattern?.test(actual) ?? actual === value,
      });
    }
    return list.slice(read).trim() === ''
      ? new Selector(name, matchers)
      : undefined;
  }

  selects({ name, labels }: Series): boolean {
    return (
      name === this.name &&
      this.#matchers.every(
        ({ label, isNegated, matches }) =>
          matches(labels[label] ?? '') !== isNegated,
      )
    );
  }
}
