import { StatusBadge } from '@atrium/ui';
import type { SloState } from '@atrium/plugin-slo-common';
import { STATE_WORDS } from '../../words/stateWords';

/** How an objective stands, as icon and word. */
export function SloStateBadge({ state }: { state: SloState }) {
  const { status, text } = STATE_WORDS[state];
  return <StatusBadge status={status}>{text}</StatusBadge>;
}
