import type { MessageDescriptor } from '@atrium/common';
import { words } from '../../costWords';
import { type FocusColumn, focusColumns } from './focusColumns';

/** Columns that a charge has in places of their own; all others are `other`. */
export const OWN_COLUMNS: ReadonlySet<string> = new Set([
  'AllocatedTags',
  'BilledCost',
  'BillingAccountId',
  'BillingCurrency',
  'BillingPeriodEnd',
  'BillingPeriodStart',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'ChargePeriodEnd',
  'ChargePeriodStart',
  'CommitmentDiscountId',
  'CommitmentDiscountStatus',
  'ConsumedQuantity',
  'ConsumedUnit',
  'ContractedCost',
  'EffectiveCost',
  'InvoiceId',
  'ListCost',
  'PricingCategory',
  'RegionId',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'SkuId',
  'SubAccountId',
  'SubAccountName',
  'Tags',
]);

/** A column of a file of FOCUS, and what is known of it. */
export interface PlacedColumn {
  name: string;
  index: number;
  isKnown: boolean;
  /** All that it may hold, and what is said where it holds something else. */
  values:
    | { allowed: ReadonlySet<string>; message: MessageDescriptor }
    | undefined;
  /** Whether it is a number that a charge has no place of its own for. */
  isOtherDecimal: boolean;
}

/** What is known of a column of a file, by its name. */
export function placeColumn(name: string, index: number): PlacedColumn {
  const known: FocusColumn | undefined = focusColumns.get(name);
  return {
    name,
    index,
    isKnown: known !== undefined,
    values: known?.values && {
      allowed: new Set(known.values),
      message: words.describe('cost.bill.allowedValue', {
        values: known.values.join(', '),
      }),
    },
    isOtherDecimal: known?.type === 'decimal' && !OWN_COLUMNS.has(name),
  };
}
