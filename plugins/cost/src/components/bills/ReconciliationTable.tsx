import type { CostImportDetail } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  formatDecimal,
  formatShortMonth,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { t } from '../../translation';

type Line = CostImportDetail['reconciliation'][number];

const COLUMNS: DataColumn<Line>[] = [
  {
    get title() {
      return t('reconciliationTable.month');
    },
    cell: ({ month }) => formatShortMonth(month),
  },
  {
    get title() {
      return t('reconciliationTable.invoice');
    },
    cell: ({ invoiceId }) =>
      invoiceId ?? (
        <span className={textStyles.muted}>
          {t('reconciliationTable.noneYet')}
        </span>
      ),
  },
  {
    get title() {
      return t('reconciliationTable.billingAccount');
    },
    cell: ({ billingAccountId }) => billingAccountId,
  },
  {
    get title() {
      return t('reconciliationTable.theBillSays');
    },
    isNumber: true,
    cell: ({ sourceAmount, currency }) =>
      `${formatDecimal(sourceAmount)} ${currency}`,
  },
  {
    get title() {
      return t('reconciliationTable.stored');
    },
    isNumber: true,
    cell: ({ storedAmount, currency }) =>
      `${formatDecimal(storedAmount)} ${currency}`,
  },
  {
    get title() {
      return t('reconciliationTable.pagesShow');
    },
    isNumber: true,
    cell: ({ allocatedAmount, currency }) =>
      `${formatDecimal(allocatedAmount)} ${currency}`,
  },
  {
    get title() {
      return t('reconciliationTable.equal');
    },
    cell: ({ isEqual }) => (
      <StatusBadge status={isEqual ? 'good' : 'bad'}>
        {isEqual
          ? t('reconciliationTable.toTheLastDigit')
          : t('reconciliationTable.no')}
      </StatusBadge>
    ),
  },
];

/** What invoices say, and what the portal has of them. */
export function ReconciliationTable({ lines }: { lines: Line[] }) {
  return (
    <Section title={t('reconciliationTable.reconciliation')}>
      <p className={textStyles.muted}>
        {t('reconciliationTable.sumsOfBilledcostAsThe')}
      </p>
      <DataTable
        label={t('reconciliationTable.sumsByInvoice')}
        columns={COLUMNS}
        items={lines}
        keyOf={line => JSON.stringify(line)}
      />
    </Section>
  );
}
