import { words } from '../../apiHistoryWords';
import type { ChangeCollector } from '../ChangeCollector';

/** A part of two files side by side. */
export interface Comparison<T> {
  before: T;
  after: T;
  collector: ChangeCollector;
}

/** Tells what goes and what comes of the things of one kind. */
export function reportNames(
  { before, after, collector }: Comparison<ReadonlyMap<string, unknown>>,
  what: {
    rule: 'service' | 'method' | 'message' | 'enum';
    prefix?: string;
  },
): void {
  const prefix = what.prefix ?? '';
  for (const name of before.keys()) {
    if (!after.has(name)) {
      collector.add(
        {
          severity: 'breaking',
          rule: `${what.rule}-removed`,
          message: words.describe(`apiHistory.change.${what.rule}.removed`, {
            name,
          }),
          before: name,
        },
        [prefix + name],
      );
    }
  }
  for (const name of after.keys()) {
    if (!before.has(name)) {
      collector.add(
        {
          severity: 'compatible',
          rule: `${what.rule}-added`,
          message: words.describe(`apiHistory.change.${what.rule}.added`, {
            name,
          }),
          after: name,
        },
        [prefix + name],
      );
    }
  }
}
