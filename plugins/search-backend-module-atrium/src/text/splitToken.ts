import { splitScript } from '@atrium/common';
import { foldText } from './foldText';

const SEPARATORS = /[^\p{L}\p{N}\p{M}]+/u;

/** Between the words of a name like `RefundRequest`. */
export const CAMEL_CASE =
  /(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}[\p{Ll}])/u;

/**
 * The words of an identifier: `/payments/{id}` has `payments` and `id`,
 * `RefundRequest` has `refund` and `request`, and `部署服务` its pairs of letters.
 */
export function splitToken(token: string): string[] {
  // Split again once folded: some letters and digits hold signs, `⑴` is `(1)`.
  return token
    .split(SEPARATORS)
    .flatMap(part => part.split(CAMEL_CASE))
    .flatMap(part => foldText(part).split(SEPARATORS))
    .flatMap(splitScript)
    .filter(word => word !== '');
}
