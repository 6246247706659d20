import { formatNumber } from '@atrium/ui';
import type { CatalogKind } from './catalogKinds';

/** How many there are, in words: `1 service`, `1,204 services`. */
export function countSentence(
  count: number,
  kind: Pick<CatalogKind, 'one' | 'many'>,
): string {
  return `${formatNumber(count)} ${count === 1 ? kind.one : kind.many}`;
}
