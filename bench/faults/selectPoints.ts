/**
 * The points to kill at, one group for each look at the end.
 *
 * @param selection - Beginnings of names, separated by commas. Default: all
 */
export function selectPoints(
  groups: readonly (readonly string[])[],
  selection: string | undefined,
): string[][] {
  const prefixes = selection?.split(',') ?? [''];
  return groups
    .map(group =>
      group.filter(point => prefixes.some(prefix => point.startsWith(prefix))),
    )
    .filter(group => group.length > 0);
}
