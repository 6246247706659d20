import type { ExemptionDebt } from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  type DataColumn,
  DataTable,
  formatDate,
  Section,
  textStyles,
} from '@atrium/ui';
import { useExemptionDebt } from '../../hooks/useExemptions';
import { useReadCsv } from '../../hooks/useReadCsv';
import { t } from '../../translation';

const COLUMNS: DataColumn<ExemptionDebt['items'][number]>[] = [
  {
    get title() {
      return t('exemptionDebtTable.scorecard');
    },
    cell: ({ scorecardTitle }) => scorecardTitle,
  },
  {
    get title() {
      return t('exemptionDebtTable.active');
    },
    isNumber: true,
    cell: ({ active }) => active,
  },
  {
    get title() {
      return t('exemptionDebtTable.waiting');
    },
    isNumber: true,
    cell: ({ waiting }) => waiting,
  },
  {
    get title() {
      return t('exemptionDebtTable.requestedAgain');
    },
    isNumber: true,
    cell: ({ renewed }) => renewed,
  },
  {
    get title() {
      return t('exemptionDebtTable.endingWithin14Days');
    },
    isNumber: true,
    cell: ({ expiringSoon }) => expiringSoon,
  },
  {
    get title() {
      return t('exemptionDebtTable.oldestSince');
    },
    cell: ({ oldestSince }) =>
      oldestSince ? (
        formatDate(oldestSince)
      ) : (
        <span className={textStyles.muted}>{t('exemptionDebtTable.none')}</span>
      ),
  },
];

/** What has been passed over, by scorecard; not there while there is none. */
export function ExemptionDebtTable() {
  const { data } = useExemptionDebt();
  const readRows = useReadCsv('exemptions/debt', {});
  const items = (data?.items ?? []).filter(
    ({ active, waiting, renewed }) => active + waiting + renewed > 0,
  );
  return items.length === 0 ? null : (
    <Section
      title={t('exemptionDebtTable.exemptionDebt')}
      tools={<CsvButton name="exemption-debt" readRows={readRows} />}
    >
      <DataTable
        label={t('exemptionDebtTable.exemptionDebtByScorecard')}
        columns={COLUMNS}
        items={items}
        keyOf={({ scorecard }) => scorecard}
      />
    </Section>
  );
}
