/**
 * A row of a bill, whatever it was read from. Amounts are decimals as text, and
 * instants ISO 8601 in UTC.
 */
export interface Charge {
  /** The first day of the billing period, `2026-11-01`. */
  month: string;
  chargeStart: string;
  /** The first instant after it. */
  chargeEnd: string;
  provider: string;
  billingAccountId: string;
  subAccountId: string | undefined;
  subAccountName: string | undefined;
  serviceName: string;
  serviceCategory: string | undefined;
  region: string | undefined;
  resourceId: string | undefined;
  resourceName: string | undefined;
  resourceType: string | undefined;
  /** An object of texts as JSON, in the order of names. */
  tags: string;
  chargeCategory: string;
  /** `Correction`, or nothing. */
  chargeClass: string | undefined;
  pricingCategory: string | undefined;
  commitmentStatus: string | undefined;
  commitmentId: string | undefined;
  currency: string;
  invoiceId: string | undefined;
  skuId: string | undefined;
  description: string | undefined;
  chargeFrequency: string | undefined;
  consumedQuantity: string | undefined;
  consumedUnit: string | undefined;
  billed: string;
  effective: string;
  list: string;
  contracted: string;
  /** What else the row has, an object as JSON. */
  other: string | undefined;
}
