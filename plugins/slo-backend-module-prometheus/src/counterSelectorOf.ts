const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`/g;
const SUM = /^\s*sum\s*\(([^()[\]]*)\)\s*$/;

/**
 * The selector of a counter query: the query itself, or what it sums up;
 * undefined where it is anything else.
 *
 * @remarks Only of each series by itself can it be seen that it was reset: of
 * a sum, one of ten instances that restarts takes its whole past away.
 */
export function counterSelectorOf(query: string): string | undefined {
  // Brackets in quotes say nothing about the expression.
  const bare = query.replace(QUOTED, text => '_'.repeat(text.length));
  const summed = SUM.exec(bare)?.[1];
  if (summed !== undefined) {
    const start = bare.indexOf('(') + 1;
    return query.slice(start, start + summed.length).trim();
  }
  return /[()[\]+*/^%<>@]|\s-\s|\b(?:and|or|unless|offset)\b/.test(bare)
    ? undefined
    : query.trim();
}
