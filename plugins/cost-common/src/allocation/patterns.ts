import type { Patterns } from './costAllocationDefinition';

/** Patterns that are ready to be compared with many values. */
export interface CompiledPatterns {
  /** All values that match, where no pattern has a `*`. */
  exactValues?: ReadonlySet<string>;
  /** Whether a value, folded by {@link foldCase}, is like one of them. */
  isLike(foldedValue: string | undefined): boolean;
}

/**
 * Has values compared without telling upper and lower case apart: clouds write one
 * id now this way and now that way.
 */
export function foldCase(text: string): string {
  return text.toLowerCase();
}

/**
 * Whether a value is like one of some patterns, in which `*` stands for any text,
 * slashes included. A value that is not there is like none.
 *
 * @remarks Takes time by the length of the value times the number of patterns with
 * a `*`, whatever they are.
 */
export function compilePatterns(patterns: Patterns): CompiledPatterns {
  const all = (typeof patterns === 'string' ? [patterns] : patterns).map(
    foldCase,
  );
  const exact = new Set(all.filter(pattern => !pattern.includes('*')));
  const wildcards = all
    .filter(pattern => pattern.includes('*'))
    .map(pattern => pattern.split('*'));
  return {
    exactValues: wildcards.length === 0 ? exact : undefined,
    isLike: value =>
      value !== undefined &&
      (exact.has(value) || wildcards.some(parts => hasParts(value, parts))),
  };
}

/** Whether a text begins with the first part, ends with the last, and has the others in order between. */
function hasParts(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const end = text.length - last.length;
  let from = first.length;
  if (from > end || !text.startsWith(first) || !text.endsWith(last)) {
    return false;
  }
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found < 0 || found + part.length > end) {
      return false;
    }
    from = found + part.length;
  }
  return true;
}
