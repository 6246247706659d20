import type { CostImportDetail } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  formatShortMonth,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';

type Line = CostImportDetail['reconciliation'][number];

const COLUMNS: DataColumn<Line>[] = [
  { title: 'Month', cell: ({ month }) => formatShortMonth(month) },
  {
    title: 'Invoice',
    cell: ({ invoiceId }) =>
      invoiceId ?? <span className={textStyles.muted}>None yet</span>,
  },
  {
    title: 'Billing account',
    cell: ({ billingAccountId }) => billingAccountId,
  },
  {
    title: 'The bill says',
    isNumber: true,
    cell: ({ sourceAmount, currency }) => `${sourceAmount} ${currency}`,
  },
  {
    title: 'Stored',
    isNumber: true,
    cell: ({ storedAmount, currency }) => `${storedAmount} ${currency}`,
  },
  {
    title: 'Pages show',
    isNumber: true,
    cell: ({ allocatedAmount, currency }) => `${allocatedAmount} ${currency}`,
  },
  {
    title: 'Equal',
    cell: ({ isEqual }) => (
      <StatusBadge status={isEqual ? 'good' : 'bad'}>
        {isEqual ? 'To the last digit' : 'No'}
      </StatusBadge>
    ),
  },
];

/** What invoices say, and what the portal has of them. */
export function ReconciliationTable({ lines }: { lines: Line[] }) {
  return (
    <Section title="Reconciliation">
      <p className={textStyles.muted}>
        Sums of BilledCost: as the file was read, of the rows that are stored,
        and of what pages show. They are compared as decimals, to the last
        digit.
      </p>
      <DataTable
        label="Sums by invoice"
        columns={COLUMNS}
        items={lines}
        keyOf={line => JSON.stringify(line)}
      />
    </Section>
  );
}
