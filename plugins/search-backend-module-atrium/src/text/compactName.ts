import { foldText } from './foldText';

/**
 * What remains of a name when case, accents and separators do not count:
 * `payment-service`, `Payment Service` and `PaymentService` are one name.
 */
export function compactName(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}]+/gu, '');
}
