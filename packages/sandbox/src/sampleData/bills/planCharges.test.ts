import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBillFixture } from './billFixture.ts';
import type { Biller } from './billFixture.ts';
import { formatDecimal } from './Charge.ts';
import type { Charge } from './Charge.ts';
import { formatDay, monthBefore, toDay } from './days.ts';
import { firstMonth } from './BillTime.ts';
import { planCharges } from './planCharges.ts';

const startedOn = toDay(new Date('2026-11-28T12:00:00Z'));
const untilToday = { startedOn, until: startedOn };

function charge(biller: Biller, month: string, time = untilToday): Charge[] {
  return planCharges(readBillFixture(biller), month, time);
}

function sum(
  charges: Charge[],
  cost: keyof Charge['amounts'] = 'effective',
): string {
  const total = charges.reduce((all, { amounts }) => all + amounts[cost], 0n);
  return formatDecimal(total, 'billionths');
}

test('charges a machine that always runs by its hours, less what was negotiated', () => {
  const charges = charge('aws', '2026-10').filter(
    ({ resource }) => resource?.name === 'settlement-batch',
  );
  assert.equal(charges.length, 31);
  // 24 hours of 0.3648, and of 4 % less.
  assert.equal(sum(charges.slice(0, 1), 'list'), '8.7552');
  assert.equal(sum(charges.slice(0, 1), 'billed'), '8.404992');
});

test('ends a month that is not over with yesterday', () => {
  const days = charge('gcp', '2026-11').map(({ day }) => day);
  assert.equal(formatDay(Math.min(...days)), '2026-11-01');
  assert.equal(formatDay(Math.max(...days)), '2026-11-27');
  assert.equal(firstMonth(untilToday), '2025-11');
});

test('makes the same charges each time, whenever the bill is written', () => {
  const later = { startedOn, until: startedOn + 90 };
  assert.deepEqual(
    charge('azure', '2026-10'),
    charge('azure', '2026-10', later),
  );
});

test('costs what a commitment was bought for over its term, to the last digit', () => {
  const time = { startedOn, until: startedOn + 60 };
  const months = Array.from({ length: 14 }, (_, index) =>
    monthBefore('2026-12', index),
  );
  const charges = months
    .flatMap(month => charge('aws', month, time))
    .filter(({ commitment }) => commitment);
  const purchases = charges.filter(({ category }) => category === 'Purchase');
  assert.deepEqual(
    purchases.map(({ day }) => formatDay(day)),
    ['2026-12-01', '2025-12-01'],
  );
  // 864 hours a day for 0.1541 each, over 365 days.
  assert.equal(sum(purchases.slice(1), 'billed'), '48596.976');
  assert.equal(sum(purchases, 'effective'), '0');
  const term = charges.filter(
    ({ category, day }) =>
      category === 'Usage' && formatDay(day) < '2026-12-01',
  );
  assert.equal(sum(term, 'effective'), '48596.976');
  assert.equal(sum(term, 'billed'), '0');
  // On weekends some of it is not used.
  const statuses = new Set(term.map(({ commitment }) => commitment?.status));
  assert.deepEqual([...statuses].sort(), ['Unused', 'Used']);
});

test('adds 19 % of what Amazon bills as tax', () => {
  const [taxes, others] = [true, false].map(isTax =>
    charge('aws', '2026-09').filter(
      ({ category }) => (category === 'Tax') === isTax,
    ),
  );
  const ratio = Number(sum(taxes, 'billed')) / Number(sum(others, 'billed'));
  assert.ok(Math.abs(ratio - 0.19) < 1e-9, `${ratio}`);
});

test('has a volume of payment-service grow within the last week', () => {
  const costs = new Map(
    charge('aws', '2026-11')
      .filter(({ resource }) => resource?.name === 'payment-audit-log')
      .map(one => [formatDay(one.day), Number(sum([one]))]),
  );
  const before = costs.get('2026-11-21') ?? NaN;
  const since = costs.get('2026-11-22') ?? NaN;
  assert.ok(since / before > 6 && since / before < 7, `${since / before}`);
});

test('corrects what was charged in a month before', () => {
  const [correction, ...more] = charge('aws', '2026-10').filter(
    ({ isCorrection }) => isCorrection,
  );
  assert.deepEqual(more, []);
  assert.equal(formatDay(correction.day), '2026-09-09');
  assert.equal(sum([correction], 'billed'), '-61.44');
  assert.equal(correction.resource?.name, 'production-egress');
});

test('gives credits as long as they hold, and charges what is bought monthly', () => {
  const credits = charge('gcp', '2026-09').filter(
    ({ category }) => category === 'Credit',
  );
  // Until 65 days before the 28th of November: the 24th of September.
  assert.equal(credits.length, 23);
  assert.equal(sum(credits), '-270.25');
  const purchases = charge('azure', '2026-11').filter(
    ({ category }) => category === 'Purchase',
  );
  assert.deepEqual(
    purchases.map(({ day, frequency }) => [formatDay(day), frequency]),
    [['2026-11-01', 'Recurring']],
  );
});
