import type { ExemptionDebt } from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  DataTable,
  formatDate,
  Section,
  textStyles,
} from '@atrium/ui';
import { useExemptionDebt } from '../../hooks/useExemptions';

const COLUMNS: DataColumn<ExemptionDebt['items'][number]>[] = [
  { title: 'Scorecard', cell: ({ scorecardTitle }) => scorecardTitle },
  { title: 'Active', isNumber: true, cell: ({ active }) => active },
  { title: 'Waiting', isNumber: true, cell: ({ waiting }) => waiting },
  { title: 'Requested again', isNumber: true, cell: ({ renewed }) => renewed },
  {
    title: 'Ending within 14 days',
    isNumber: true,
    cell: ({ expiringSoon }) => expiringSoon,
  },
  {
    title: 'Oldest since',
    cell: ({ oldestSince }) =>
      oldestSince ? (
        formatDate(oldestSince)
      ) : (
        <span className={textStyles.muted}>None</span>
      ),
  },
];

/** What has been passed over, by scorecard; not there while there is none. */
export function ExemptionDebtTable() {
  const { data } = useExemptionDebt();
  const items = (data?.items ?? []).filter(
    ({ active, waiting, renewed }) => active + waiting + renewed > 0,
  );
  return items.length === 0 ? null : (
    <Section title="Exemption debt">
      <DataTable
        label="Exemption debt by scorecard"
        columns={COLUMNS}
        items={items}
        keyOf={({ scorecard }) => scorecard}
      />
    </Section>
  );
}
