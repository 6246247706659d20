import type { ProblemCollector } from '../report/ProblemCollector';
import type { Charge } from './Charge';
import { isBelowZero } from './decimals';

interface CheckMeaningOptions {
  row: number;
  problems: ProblemCollector;
  pricingQuantity: string | undefined;
}

/** Reports what does not hold between the columns of a row of FOCUS. */
export function checkMeaning(
  charge: Charge,
  { row, problems, pricingQuantity }: CheckMeaningOptions,
): void {
  const { commitmentId, commitmentStatus, consumedQuantity, effective } =
    charge;
  const checkSign = (column: string, value: string | undefined) => {
    if (value !== undefined && isBelowZero(value) && !isTakenBack(charge)) {
      problems.add({
        severity: 'error',
        rule: 'quantity-sign',
        message:
          'A quantity below zero takes a charge back: it needs a cost below zero, or the charge class Correction',
        ...{ column, row, value },
      });
    }
  };
  checkSign('ConsumedQuantity', consumedQuantity);
  checkSign('PricingQuantity', pricingQuantity);
  const isPurchase = charge.chargeCategory === 'Purchase';
  if (isPurchase && commitmentId && /[1-9]/.test(effective)) {
    problems.add({
      severity: 'warning',
      rule: 'purchase-effective',
      column: 'EffectiveCost',
      message:
        'The effective cost of a commitment that covers later use is zero: what is used of it would count twice',
      row,
      value: effective,
    });
  }
  const isUsage = charge.chargeCategory === 'Usage';
  if (isUsage && commitmentId && !commitmentStatus) {
    problems.add({
      severity: 'warning',
      rule: 'commitment-status',
      column: 'CommitmentDiscountStatus',
      message: 'Use of a commitment says whether it was used or unused',
      row,
    });
  }
}

function isTakenBack({ billed, chargeClass, effective, list }: Charge) {
  return (
    chargeClass === 'Correction' || [billed, effective, list].some(isBelowZero)
  );
}
