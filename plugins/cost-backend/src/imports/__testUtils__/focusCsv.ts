/** A row of FOCUS 1.2 with values for all mandatory columns. */
export const sampleRow: Record<string, string> = {
  BilledCost: '1.25',
  BillingAccountId: '100000000001',
  BillingAccountName: 'Acme',
  BillingCurrency: 'EUR',
  BillingPeriodEnd: '2026-12-01T00:00:00Z',
  BillingPeriodStart: '2026-11-01T00:00:00Z',
  ChargeCategory: 'Usage',
  ChargeClass: '',
  ChargeDescription: 'm6i.large, Linux',
  ChargePeriodEnd: '2026-11-03T00:00:00Z',
  ChargePeriodStart: '2026-11-02T00:00:00Z',
  ContractedCost: '1.25',
  EffectiveCost: '1.25',
  InvoiceId: 'INV-1',
  InvoiceIssuerName: 'AWS',
  ListCost: '1.5',
  PricingQuantity: '24',
  PricingUnit: 'Hours',
  ProviderName: 'AWS',
  PublisherName: 'AWS',
  ResourceId: 'i-1',
  ServiceCategory: 'Compute',
  ServiceName: 'Amazon EC2',
  Tags: '{"team":"payments"}',
};

/** A file of FOCUS as CSV, of rows that differ from the sample in some columns. */
export function focusCsv(
  rows: readonly Record<string, string>[],
  { without = [] }: { without?: readonly string[] } = {},
): string {
  const names = [
    ...new Set(rows.flatMap(row => Object.keys({ ...sampleRow, ...row }))),
  ].filter(name => !without.includes(name));
  return toCsv([
    names,
    ...rows.map(row =>
      names.map(name => ({ ...sampleRow, ...row }[name] ?? '')),
    ),
  ]);
}

/** Values as CSV, those with quotes, commas or line ends in quotes. */
export function toCsv(records: readonly (readonly string[])[]): string {
  return records
    .map(record =>
      record
        .map(value =>
          /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value,
        )
        .join(','),
    )
    .map(line => `${line}\n`)
    .join('');
}
