import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { FindingScan } from '@atrium/plugin-scorecard-common';
import {
  CsvButton,
  type DataColumn,
  DataTable,
  RelativeTime,
  Section,
  textStyles,
} from '@atrium/ui';
import { useReadCsv } from '../hooks/useReadCsv';
import { t } from '../translation';

/** Props of {@link ScanTable}. */
export interface ScanTableProps {
  entityRef: string;
  scans: FindingScan[];
}

const COLUMNS: DataColumn<FindingScan>[] = [
  {
    get title() {
      return t('scanTable.scanner');
    },
    cell: ({ tool, category, score }) => (
      <>
        {tool}
        <div className={textStyles.muted}>
          {[
            category,
            score !== undefined && t('scanTable.scoreOf10', { score }),
          ]
            .filter(Boolean)
            .join(', ')}
        </div>
      </>
    ),
  },
  {
    get title() {
      return t('scanTable.lastScan');
    },
    cell: ({ scannedAt }) =>
      scannedAt ? (
        <RelativeTime instant={scannedAt} />
      ) : (
        <span className={textStyles.muted}>{t('scanTable.notReported')}</span>
      ),
  },
  {
    get title() {
      return t('scanTable.atCommit');
    },
    cell: ({ commit }) =>
      commit ? (
        <span className={textStyles.mono}>{commit.slice(0, 7)}</span>
      ) : (
        <span className={textStyles.muted}>{t('scanTable.notReported')}</span>
      ),
  },
  {
    get title() {
      return t('scanTable.sentBy');
    },
    cell: ({ uploadedBy }) =>
      uploadedBy.startsWith('user:') ? (
        <EntityRefLink entityRef={uploadedBy} hideIcon />
      ) : (
        uploadedBy
      ),
  },
];

/** What each scanner last looked at: what none looks at has no findings either. */
export function ScanTable({ entityRef, scans }: ScanTableProps) {
  const readRows = useReadCsv('findings/scans', { entityRef: [entityRef] });
  return (
    <Section
      title={t('scanTable.scanners')}
      tools={<CsvButton name="scans" readRows={readRows} />}
    >
      <DataTable
        label={t('scanTable.theLastScanByEach')}
        columns={COLUMNS}
        items={scans}
        keyOf={({ tool, category }) => `${tool} ${category}`}
      />
    </Section>
  );
}
