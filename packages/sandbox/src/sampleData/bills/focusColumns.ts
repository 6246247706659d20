import type { BillFixture } from './billFixture.ts';
import { formatDecimal } from './Charge.ts';
import type { Charge } from './Charge.ts';
import { firstDayOf, formatDay } from './days.ts';

/** A charge, and the bill that it is on. */
export interface BillLine {
  bill: BillFixture;
  month: string;
  /** Missing until the month is over. */
  invoiceId?: string;
  charge: Charge;
}

/** A column of a FOCUS data set; nothing is a null. */
export interface FocusColumn {
  name: string;
  type: 'text' | 'decimal' | 'instant' | 'json';
  read(line: BillLine): string | undefined;
}

type Version = BillFixture['focusVersion'];

const text = (name: string, read: FocusColumn['read']): FocusColumn => ({
  name,
  type: 'text',
  read,
});

const amount = (name: string, cost: keyof Charge['amounts']): FocusColumn => ({
  name,
  type: 'decimal',
  read: ({ charge }) => formatDecimal(charge.amounts[cost], 'billionths'),
});

const decimal = (name: string, read: FocusColumn['read']): FocusColumn => ({
  name,
  type: 'decimal',
  read,
});

const instant = (
  name: string,
  dayOf: (line: BillLine) => number,
): FocusColumn => ({
  name,
  type: 'instant',
  read: line => `${formatDay(dayOf(line))}T00:00:00Z`,
});

const readQuantity: FocusColumn['read'] = ({ charge: { quantity } }) =>
  quantity && formatDecimal(quantity.amount, 'thousandths');

const readUnit: FocusColumn['read'] = ({ charge }) => charge.quantity?.unit;

/** What all versions from 1.0 on have, by the alphabet. */
const commonColumns: FocusColumn[] = [
  text('AvailabilityZone', () => undefined),
  amount('BilledCost', 'billed'),
  text('BillingAccountId', ({ bill }) => bill.billingAccount.id),
  text('BillingAccountName', ({ bill }) => bill.billingAccount.name),
  text('BillingCurrency', ({ bill }) => bill.currency),
  instant('BillingPeriodEnd', ({ month }) => firstDayOf(month, 1)),
  instant('BillingPeriodStart', ({ month }) => firstDayOf(month)),
  text('ChargeCategory', ({ charge }) => charge.category),
  text('ChargeClass', ({ charge }) =>
    charge.isCorrection ? 'Correction' : undefined,
  ),
  text('ChargeDescription', ({ charge }) => charge.description),
  text('ChargeFrequency', ({ charge }) => charge.frequency),
  instant('ChargePeriodEnd', ({ charge }) => charge.day + 1),
  instant('ChargePeriodStart', ({ charge }) => charge.day),
  text('CommitmentDiscountCategory', ({ charge }) =>
    charge.commitment ? 'Spend' : undefined,
  ),
  text('CommitmentDiscountId', ({ charge }) => charge.commitment?.id),
  text('CommitmentDiscountName', ({ charge }) => charge.commitment?.name),
  text('CommitmentDiscountStatus', ({ charge }) => charge.commitment?.status),
  text('CommitmentDiscountType', ({ charge }) => charge.commitment?.type),
  decimal('ConsumedQuantity', readQuantity),
  text('ConsumedUnit', readUnit),
  amount('ContractedCost', 'contracted'),
  decimal(
    'ContractedUnitPrice',
    ({ charge: { quantity } }) =>
      quantity && formatDecimal(quantity.contractedPrice, 'millionths'),
  ),
  amount('EffectiveCost', 'effective'),
  text('InvoiceIssuerName', ({ bill }) => bill.issuer),
  amount('ListCost', 'list'),
  decimal(
    'ListUnitPrice',
    ({ charge: { quantity } }) =>
      quantity && formatDecimal(quantity.listPrice, 'millionths'),
  ),
  text('PricingCategory', ({ charge }) => {
    if (charge.category === 'Tax') {
      return undefined;
    }
    return charge.commitment?.status ? 'Committed' : 'Standard';
  }),
  decimal('PricingQuantity', readQuantity),
  text('PricingUnit', readUnit),
  text('ProviderName', ({ bill }) => bill.provider),
  text(
    'PublisherName',
    ({ bill, charge }) => charge.publisher ?? bill.provider,
  ),
  text('RegionId', ({ bill, charge }) => charge.resource && bill.region.id),
  text('RegionName', ({ bill, charge }) => charge.resource && bill.region.name),
  text('ResourceId', ({ charge }) => charge.resource?.id),
  text('ResourceName', ({ charge }) => charge.resource?.name),
  text('ResourceType', ({ charge }) => charge.resource?.type),
  text('ServiceCategory', ({ charge }) => charge.service.category),
  text('ServiceName', ({ charge }) => charge.service.name),
  text('SkuId', ({ charge }) => charge.skuId),
  text('SkuPriceId', ({ charge }) => charge.skuId && `${charge.skuId}.1`),
  text('SubAccountId', ({ charge }) => charge.subAccount.id),
  text('SubAccountName', ({ charge }) => charge.subAccount.name),
  {
    name: 'Tags',
    type: 'json',
    read: ({ charge }) => JSON.stringify(charge.tags),
  },
];

const columnsSince: Record<Version, FocusColumn[]> = {
  '1.0': [],
  '1.2': [
    text('BillingAccountType', ({ bill }) => bill.billingAccount.type),
    text('InvoiceId', ({ invoiceId }) => invoiceId),
    text('ServiceSubcategory', ({ charge }) => charge.service.subcategory),
    text('SubAccountType', ({ bill }) => bill.subAccountType),
  ],
  '1.3': [
    text('HostProviderName', ({ bill }) => bill.provider),
    text('ServiceProviderName', ({ bill }) => bill.provider),
  ],
};

/** Before 1.2 the invoice has a column of the provider's own. */
const invoiceColumn = text('x_InvoiceId', ({ invoiceId }) => invoiceId);

/** The columns of a data set of that version, by the alphabet. */
export function listFocusColumns(version: Version): FocusColumn[] {
  const added = Object.entries(columnsSince)
    .filter(([since]) => since <= version)
    .flatMap(([, columns]) => columns);
  const columns = [...commonColumns, ...added];
  columns.sort((a, b) => (a.name < b.name ? -1 : 1));
  return version === '1.0' ? [...columns, invoiceColumn] : columns;
}
