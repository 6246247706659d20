import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { FindingScan } from '@atrium/plugin-scorecard-common';
import {
  type DataColumn,
  DataTable,
  formatNumber,
  RelativeTime,
  Section,
  textStyles,
} from '@atrium/ui';

const COLUMNS: DataColumn<FindingScan>[] = [
  {
    title: 'Scanner',
    cell: ({ tool, category, score }) => (
      <>
        {tool}
        <div className={textStyles.muted}>
          {[
            category,
            score !== undefined && `score ${formatNumber(score)} of 10`,
          ]
            .filter(Boolean)
            .join(', ')}
        </div>
      </>
    ),
  },
  {
    title: 'Last scan',
    cell: ({ scannedAt }) => <RelativeTime instant={scannedAt} />,
  },
  {
    title: 'At commit',
    cell: ({ commit }) =>
      commit ? (
        <span className={textStyles.mono}>{commit.slice(0, 7)}</span>
      ) : (
        <span className={textStyles.muted}>Not reported</span>
      ),
  },
  {
    title: 'Sent by',
    cell: ({ uploadedBy }) =>
      uploadedBy.startsWith('user:') ? (
        <EntityRefLink entityRef={uploadedBy} hideIcon />
      ) : (
        uploadedBy
      ),
  },
];

/** What each scanner last looked at: what none looks at has no findings either. */
export function ScanTable({ scans }: { scans: FindingScan[] }) {
  return (
    <Section title="Scanners">
      <DataTable
        label="The last scan by each scanner"
        columns={COLUMNS}
        items={scans}
        keyOf={({ tool, category }) => `${tool} ${category}`}
      />
    </Section>
  );
}
