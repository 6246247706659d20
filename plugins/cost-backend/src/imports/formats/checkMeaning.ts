import { words } from '../../costWords';
import type { ProblemCollector } from '../report/ProblemCollector';
import type { Charge } from './Charge';
import { isBelowZero } from './decimals';

// Warnings may be about every row: what they say is made once.
const COMMITMENT_STATUS = words.describe('cost.bill.commitmentStatus');
const PURCHASE_EFFECTIVE = words.describe('cost.bill.purchaseEffective');

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
        message: words.describe('cost.bill.quantitySign'),
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
      message: PURCHASE_EFFECTIVE,
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
      message: COMMITMENT_STATUS,
      row,
    });
  }
}

/** Whether it may have quantities below zero. */
function isTakenBack(charge: Charge): boolean {
  const { billed, contracted, effective, list } = charge;
  return (
    charge.chargeClass === 'Correction' ||
    charge.chargeCategory === 'Credit' ||
    [billed, effective, list, contracted].some(isBelowZero)
  );
}
