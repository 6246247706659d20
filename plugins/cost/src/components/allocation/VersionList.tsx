import type { AllocationVersion } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  formatDateTime,
  formatDay,
  Section,
} from '@atrium/ui';
import { useAllocationVersions } from '../../hooks/useAllocation';
import { CostQuery } from '../shared/CostQuery';
import styles from '../shared/shared.module.css';

const COLUMNS: DataColumn<AllocationVersion>[] = [
  { title: 'Version', cell: ({ version }) => version },
  {
    title: 'Published',
    cell: ({ publishedAt }) => formatDateTime(publishedAt),
  },
  {
    title: 'Allocates',
    cell: ({ appliesFrom }) =>
      appliesFrom ? `From ${formatDay(appliesFrom)} on` : 'All days',
  },
  {
    title: 'What changed',
    cell: ({ changes }) => (
      <span className={styles.stack}>
        {changes.map(change => (
          <span key={change}>{change}</span>
        ))}
      </span>
    ),
  },
];

/** How the rules changed, newest first. */
export function VersionList() {
  return (
    <Section title="Versions">
      <CostQuery query={useAllocationVersions()}>
        {({ items }) => (
          <DataTable
            label="Versions of the rules"
            columns={COLUMNS}
            items={items}
            keyOf={({ version }) => String(version)}
          />
        )}
      </CostQuery>
    </Section>
  );
}
