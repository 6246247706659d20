type Level = Readonly<{ name: string }>;

/**
 * Where levels stand among others, by rank: the place of the same name, or of the one
 * that has taken its place; else that of the next lower one that is still there.
 *
 * @returns for each rank from 0 on, the rank in `to`
 */
export function mapRanks(
  from: readonly Level[],
  to: readonly Level[],
): number[] {
  const placeOf = (levels: readonly Level[], { name }: Level) =>
    levels.findIndex(level => level.name === name);
  const ranks = [0];
  from.forEach((level, index) => {
    const isRenamed = index < to.length && placeOf(from, to[index]) < 0;
    ranks.push(
      placeOf(to, level) + 1 || (isRenamed ? index + 1 : ranks[index]),
    );
  });
  return ranks;
}
