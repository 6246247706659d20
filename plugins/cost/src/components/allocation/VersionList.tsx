import type { AllocationVersion } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  formatDateTime,
  formatDay,
  QueryState,
  readList,
  Section,
} from '@atrium/ui';
import { useAllocationVersions } from '../../hooks/useAllocation';
import { t } from '../../translation';
import styles from '../shared/shared.module.css';

const COLUMNS: DataColumn<AllocationVersion>[] = [
  {
    get title() {
      return t('versionList.version');
    },
    cell: ({ version }) => version,
  },
  {
    get title() {
      return t('versionList.published');
    },
    cell: ({ publishedAt }) => formatDateTime(publishedAt),
  },
  {
    get title() {
      return t('versionList.allocates');
    },
    cell: ({ appliesFrom }) =>
      appliesFrom
        ? t('versionList.fromOn', { appliesFrom: formatDay(appliesFrom) })
        : t('versionList.allDays'),
  },
  {
    get title() {
      return t('versionList.whatChanged');
    },
    cell: version => (
      <span className={styles.stack}>
        {readList(version, 'changes').map(change => (
          <span key={change}>{change}</span>
        ))}
      </span>
    ),
  },
];

/** How the rules changed, newest first. */
export function VersionList() {
  return (
    <Section title={t('versionList.versions')}>
      <QueryState query={useAllocationVersions()}>
        {({ items }) => (
          <DataTable
            label={t('versionList.versionsOfTheRules')}
            columns={COLUMNS}
            items={items}
            keyOf={({ version }) => String(version)}
          />
        )}
      </QueryState>
    </Section>
  );
}
