import type { ChangeSummary } from '../analysis/ChangeCollector';

/** Changes in one line each: severity, rule, spot, and where it is felt. */
export function changesOf({ changes }: ChangeSummary): string[] {
  return changes.map(({ severity, rule, path, locations }) =>
    [severity, rule, path, locations.length > 0 ? `@ ${locations}` : undefined]
      .filter(part => part !== undefined)
      .join(' '),
  );
}
