import { StatusBadge, textStyles } from '@atrium/ui';
import type { StateWords } from '../../words/stateWords';

/** A state in a word, with its mark; what is over is told in plain words. */
export function StateBadge({ words }: { words: StateWords }) {
  const { label, status } = words;
  return status ? (
    <StatusBadge status={status}>{label}</StatusBadge>
  ) : (
    <span className={`${textStyles.muted} ${textStyles.nowrap}`}>{label}</span>
  );
}
