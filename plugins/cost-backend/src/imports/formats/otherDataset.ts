/** A column of each other dataset of FOCUS that Cost and Usage does not have. */
const DATASETS = new Map([
  ['BillingPeriodStatus', 'Billing Period'],
  ['ContractCommitmentId', 'Contract Commitment'],
  ['InvoiceDetailGrain', 'Invoice Detail'],
  ['InvoiceDetailCreated', 'Invoice Detail'],
]);

/**
 * Which dataset a file of FOCUS has, where it is not Cost and Usage: exports put several
 * of them beside each other.
 */
export function otherDataset(columns: readonly string[]): string | undefined {
  return columns.includes('ChargePeriodStart')
    ? undefined
    : columns.flatMap(column => DATASETS.get(column) ?? []).at(0);
}
