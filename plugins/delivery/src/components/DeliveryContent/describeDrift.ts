import type { StatusWords } from '@atrium/ui';
import type { EnvironmentCell } from '@atrium/plugin-delivery-common';

type Comparison = NonNullable<EnvironmentCell['comparedWith']>;

/** How an environment stands to the one before it, as hue and words. */
export function describeDrift(comparison: Comparison): StatusWords {
  const { environment, drift, changesAhead, changesBehind } = comparison;
  switch (drift) {
    case 'none':
      return { status: 'good', text: `Same as ${environment}` };
    case 'behind':
      return {
        status: 'warning',
        text: `${count(changesBehind)} behind ${environment}`,
      };
    case 'ahead':
      return {
        status: 'warning',
        text: `${count(changesAhead)} that ${environment} never had`,
      };
    case 'diverged':
      return {
        status: 'bad',
        text: `${count(changesAhead)} ahead, ${count(
          changesBehind,
        )} behind ${environment}`,
      };
    case 'different':
      return { status: 'warning', text: `Another version than ${environment}` };
    case 'unknown':
      return { status: 'unknown', text: `Not comparable with ${environment}` };
    default:
      throw new Error(`Unknown drift '${drift satisfies never}'`);
  }
}

function count(changes: number | undefined): string {
  if (changes === undefined) {
    return 'Changes';
  }
  return changes === 1 ? '1 change' : `${changes} changes`;
}
