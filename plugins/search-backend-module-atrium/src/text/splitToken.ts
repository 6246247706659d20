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
  return token
    .split(SEPARATORS)
    .flatMap(part => part.split(CAMEL_CASE))
    // Some letters and digits are others with signs between: `⑴` is `(1)`.
    .flatMap(part => foldText(part).split(SEPARATORS))
    .flatMap(splitScript)
    .filter(word => word !== '');
}
