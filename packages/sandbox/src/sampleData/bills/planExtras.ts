import type { BillFixture, ExtraCharge } from './billFixture.ts';
import { parseDecimal } from './Charge.ts';
import type { Charge } from './Charge.ts';
import { firstDayOf, monthBefore, monthOf } from './days.ts';
import type { BillTime } from './BillTime.ts';

/** Credits, purchases by the month and corrections of a billing period. */
export function planExtras(
  bill: BillFixture,
  options: { month: string; days: number[]; time: BillTime },
): Charge[] {
  return bill.extras.flatMap(extra =>
    listExtraDays(extra, options).map(day => toCharge(bill, { extra, day })),
  );
}

/** The days that are charged, which a correction has in an earlier month. */
function listExtraDays(
  { days: when, once, monthly }: ExtraCharge,
  options: { month: string; days: number[]; time: BillTime },
): number[] {
  const { month, days, time } = options;
  const { startedOn, until } = time;
  if (when) {
    const { from, until: end } = when;
    return days.filter(day => day >= startedOn - from && day < startedOn - end);
  }
  if (monthly) {
    const day = firstDayOf(month) + monthly.day - 1;
    return day < until ? [day] : [];
  }
  if (once && month === monthBefore(monthOf(startedOn), once.monthsAgo)) {
    const { monthsAgo, ofMonthsAgo = monthsAgo, day } = once;
    const charged = monthBefore(monthOf(startedOn), ofMonthsAgo);
    return [firstDayOf(charged) + day - 1];
  }
  return [];
}

function toCharge(
  bill: BillFixture,
  { extra, day }: { extra: ExtraCharge; day: number },
): Charge {
  const { category, description, service, publisher, tags } = extra;
  const amount = parseDecimal(extra.amount, 'billionths');
  const resource = bill.resources.find(({ id }) => id === extra.resource);
  return {
    category,
    isCorrection: extra.class === 'Correction',
    frequency: extra.monthly ? 'Recurring' : 'One-Time',
    description,
    day,
    service,
    publisher,
    subAccount: bill.subAccounts[extra.subAccount],
    resource:
      resource && extra.resource
        ? { id: extra.resource, name: resource.name, type: resource.type }
        : undefined,
    tags,
    amounts: {
      billed: amount,
      effective: amount,
      list: amount,
      contracted: amount,
    },
  };
}
