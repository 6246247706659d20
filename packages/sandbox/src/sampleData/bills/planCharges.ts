import { seededHex } from '../../seed.ts';
import { hashText, noise } from '../../simulators/noise.ts';
import type { BilledResource, BillFixture } from './billFixture.ts';
import { parseDecimal } from './Charge.ts';
import type { Charge, ChargeQuantity } from './Charge.ts';
import type { BillTime } from './BillTime.ts';
import { firstDayOf } from './days.ts';
import { planCommitments } from './planCommitments.ts';
import { planExtras } from './planExtras.ts';

/** How much of a weekday's use a Saturday or Sunday has. */
const weekend = { always: 1, shop: 0.84, office: 0.22 };

const daysPerMonth = 30.4375;

/**
 * All charges of a billing period, as far as its days are over: always the same ones
 * for the same first start.
 */
export function planCharges(
  bill: BillFixture,
  month: string,
  time: BillTime,
): Charge[] {
  const days = listDays(month, time);
  const metered = bill.resources.flatMap(resource =>
    Object.keys(resource.uses).flatMap(meter =>
      days.map(day => meterDay(bill, { resource, meter, day, time })),
    ),
  );
  const charges = [
    ...planCommitments(bill, { charges: metered, days, time }),
    ...planExtras(bill, { month, days, time }),
  ];
  return [...charges, ...planTaxes(bill, charges)];
}

function listDays(month: string, { until }: BillTime): number[] {
  const first = firstDayOf(month);
  const end = Math.min(firstDayOf(month, 1), until);
  return Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i);
}

interface MeteredDay {
  resource: BilledResource;
  meter: string;
  day: number;
  time: BillTime;
}

function meterDay(
  bill: BillFixture,
  { resource, meter, day, time }: MeteredDay,
): Charge {
  const { service, description, unit, price } = bill.meters[meter];
  const listPrice = parseDecimal(price, 'millionths');
  const quantity: ChargeQuantity = {
    amount: usedThousandths({ resource, meter, day, time }),
    unit,
    listPrice,
    contractedPrice: (listPrice * BigInt(100 - bill.discountPercent)) / 100n,
  };
  const contracted = quantity.amount * quantity.contractedPrice;
  const { id, name, type } = resource;
  return {
    category: 'Usage',
    isCorrection: false,
    frequency: 'Usage-Based',
    description,
    day,
    service,
    subAccount: bill.subAccounts[resource.subAccount],
    resource: id === undefined ? undefined : { id, name, type },
    tags: resource.tags,
    skuId: seededHex(`sku:${bill.provider}:${meter}`, 12).toUpperCase(),
    quantity,
    amounts: {
      billed: contracted,
      effective: contracted,
      list: quantity.amount * listPrice,
      contracted,
    },
  };
}

/** Days are more or less busy, months grow; hours of machines that always run do not. */
function usedThousandths({ resource, meter, day, time }: MeteredDay): bigint {
  const { id = meter, uses, rhythm, growth, changes } = resource;
  const age = time.startedOn - day;
  const grown = (1 + growth / 100) ** (-age / daysPerMonth);
  // The first of January 1970 was a Thursday.
  const weekday = (day + 4) % 7;
  const ofWeek = weekday === 0 || weekday === 6 ? weekend[rhythm] : 1;
  const isSteady = rhythm === 'always' && growth === 0;
  const chance = isSteady ? 1 : 0.97 + 0.06 * noise(hashText(id + meter), day);
  const changed = changes
    .filter(({ daysAgo }) => age <= daysAgo)
    .reduce((factor, change) => factor * change.factor, 1);
  const used = uses[meter] * grown * ofWeek * chance * changed;
  return BigInt(Math.round(used * 1_000));
}

/** A row a day and sub-account: what the state takes of what is billed. */
function planTaxes(
  { taxPercent, subAccounts }: BillFixture,
  charges: Charge[],
): Charge[] {
  if (taxPercent === undefined) {
    return [];
  }
  const taxed = new Map<number, Map<string, bigint>>();
  for (const { day, subAccount, amounts } of charges) {
    const accounts = taxed.get(day) ?? new Map<string, bigint>();
    taxed.set(day, accounts);
    const before = accounts.get(subAccount.id) ?? 0n;
    accounts.set(subAccount.id, before + amounts.billed);
  }
  return [...taxed].flatMap(([day, accounts]) =>
    Object.values(subAccounts).flatMap(subAccount => {
      const tax =
        ((accounts.get(subAccount.id) ?? 0n) * BigInt(taxPercent)) / 100n;
      return tax === 0n ? [] : [taxOf(subAccount, { day, tax, taxPercent })];
    }),
  );
}

function taxOf(
  subAccount: Charge['subAccount'],
  options: { day: number; tax: bigint; taxPercent: number },
): Charge {
  const { day, tax, taxPercent } = options;
  return {
    category: 'Tax',
    isCorrection: false,
    frequency: 'Usage-Based',
    description: `Value added tax, ${taxPercent} %`,
    day,
    service: { name: 'Tax', category: 'Other', subcategory: 'Other (Other)' },
    subAccount,
    tags: {},
    amounts: { billed: tax, effective: tax, list: tax, contracted: tax },
  };
}
