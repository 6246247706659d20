import { StatusBadge } from '@atrium/ui';
import type { ObjectiveRow } from '../../objectives/ObjectiveRow';
import { stateWords } from '../../words/stateWords';

/** Props of {@link SloStateBadge}. */
export interface SloStateBadgeProps {
  row: Pick<ObjectiveRow, 'state' | 'status'>;
}

/** How an objective stands and whether it alerts, as icon and words. */
export function SloStateBadge({ row }: SloStateBadgeProps) {
  const { status, text } = stateWords(row.state, row.status?.alert);
  return <StatusBadge status={status}>{text}</StatusBadge>;
}
