import type { BillFixture } from './billFixture.ts';
import { parseDecimal } from './Charge.ts';
import type { Charge } from './Charge.ts';
import { firstDayOf } from './days.ts';
import { firstMonth } from './BillTime.ts';
import type { BillTime } from './BillTime.ts';

type Commitment = BillFixture['commitments'][number];

/** For how long one is bought; then it is bought again. */
const termDays = 365;

/**
 * The charges with what commitments cover of them set apart: it was paid by the
 * purchase, so it is billed for nothing and costs its part of that, and so does what
 * was not used. Over the term these parts are the purchase, to the last digit.
 */
export function planCommitments(
  bill: BillFixture,
  options: { charges: Charge[]; days: number[]; time: BillTime },
): Charge[] {
  let { charges } = options;
  for (const commitment of bill.commitments) {
    const { boughtInMonth } = commitment;
    const boughtOn = firstDayOf(firstMonth(options.time), boughtInMonth);
    const days = options.days.filter(day => day >= boughtOn);
    const details = { bill, commitment };
    charges = [
      ...charges.flatMap(charge =>
        isCovered(charge, details) && charge.day >= boughtOn
          ? cover(charge, details)
          : [charge],
      ),
      ...days
        .filter(day => (day - boughtOn) % termDays === 0)
        .map(day => buy(day, details)),
    ];
  }
  return charges;
}

interface Details {
  bill: BillFixture;
  commitment: Commitment;
}

function isCovered(charge: Charge, { bill, commitment }: Details): boolean {
  const { resource, meter } = commitment.covers;
  return (
    charge.resource?.id === resource &&
    charge.description === bill.meters[meter].description
  );
}

/** What is used of the commitment, what is not, and what goes beyond it. */
function cover(charge: Charge, details: Details): Charge[] {
  const { quantity } = charge;
  if (!quantity) {
    return [charge];
  }
  const { amount, listPrice, contractedPrice } = quantity;
  const { commitment } = details;
  const price = parseDecimal(commitment.price, 'millionths');
  const bought = thousandths(commitment.quantityPerDay);
  const used = amount < bought ? amount : bought;
  const { id, name, type } = commitment;
  const result: Charge[] = [
    {
      ...charge,
      quantity: { ...quantity, amount: used },
      commitment: { id, name, type, status: 'Used' },
      amounts: {
        billed: 0n,
        effective: used * price,
        list: used * listPrice,
        contracted: used * contractedPrice,
      },
    },
  ];
  if (used < bought) {
    result.push({
      ...charge,
      description: `Not used: ${commitment.name}`,
      resource: undefined,
      quantity: undefined,
      commitment: { id, name, type, status: 'Unused' },
      amounts: {
        billed: 0n,
        effective: (bought - used) * price,
        list: 0n,
        contracted: 0n,
      },
    });
  }
  if (amount > used) {
    const contracted = (amount - used) * contractedPrice;
    result.push({
      ...charge,
      quantity: { ...quantity, amount: amount - used },
      amounts: {
        billed: contracted,
        effective: contracted,
        list: (amount - used) * listPrice,
        contracted,
      },
    });
  }
  return result;
}

/** What covers future use costs nothing by itself. */
function buy(day: number, { bill, commitment }: Details): Charge {
  const { id, name, type, quantityPerDay } = commitment;
  const price =
    thousandths(quantityPerDay) *
    parseDecimal(commitment.price, 'millionths') *
    BigInt(termDays);
  return {
    category: 'Purchase',
    isCorrection: false,
    frequency: 'One-Time',
    description: name,
    day,
    service: bill.meters[commitment.covers.meter].service,
    subAccount: bill.subAccounts[commitment.subAccount],
    tags: {},
    commitment: { id, name, type },
    amounts: { billed: price, effective: 0n, list: price, contracted: price },
  };
}

function thousandths(quantity: number): bigint {
  return BigInt(Math.round(quantity * 1_000));
}
