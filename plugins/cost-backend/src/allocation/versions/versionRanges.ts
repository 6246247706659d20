/** The days, in UTC, whose charges a version of the rules allocates. */
export interface VersionRange {
  /** 0 stands for no rules. */
  version: number;
  /** The first day; absent for all days before the next range. */
  from?: string;
}

/**
 * Which version allocates which days, in order: each until the next one begins.
 *
 * @remarks The newest version that applies to a day decides, so that a version from
 * an earlier day on takes the place of all later ones.
 */
export function toVersionRanges(
  versions: readonly { version: number; appliesFrom?: string }[],
): VersionRange[] {
  let ranges: VersionRange[] = [{ version: 0 }];
  const inOrder = versions.toSorted(
    (one, other) => one.version - other.version,
  );
  for (const { appliesFrom, version } of inOrder) {
    ranges =
      appliesFrom === undefined
        ? [{ version }]
        : [
            ...ranges.filter(
              ({ from }) => from === undefined || from < appliesFrom,
            ),
            { version, from: appliesFrom },
          ];
  }
  return ranges;
}

/** SQL for the version that allocates a charge, by when it starts. */
export function versionOfCharge(
  ranges: readonly VersionRange[],
  chargeStart: string,
): { sql: string; bindings: (string | number)[] } {
  const sql: string[] = [];
  const bindings: (string | number)[] = [];
  for (const { from, version } of ranges.toReversed()) {
    if (from === undefined) {
      sql.push('ELSE ?::int');
      bindings.push(version);
    } else {
      sql.push(`WHEN ${chargeStart} >= ?::timestamptz THEN ?::int`);
      bindings.push(`${from}T00:00:00Z`, version);
    }
  }
  return bindings.length === 1
    ? { sql: '?::int', bindings }
    : { sql: `CASE ${sql.join(' ')} END`, bindings };
}
