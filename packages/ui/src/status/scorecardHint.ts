/** A level with the title of the scorecard that it is of. */
interface RatedLevel {
  scorecardTitle?: string;
}

/**
 * What the title of a column of levels adds: the scorecard that all of them are of. Where
 * there are several, it adds nothing, and each badge names its own.
 */
export function scorecardHint(
  rows: readonly { level?: RatedLevel }[],
): string | undefined {
  const titles = new Set(
    rows.flatMap(({ level }) => (level ? [level.scorecardTitle] : [])),
  );
  const [title] = titles;
  return titles.size === 1 ? title : undefined;
}
