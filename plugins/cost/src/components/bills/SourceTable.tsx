import type { CostSource } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatDay,
  RelativeTime,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { useSources } from '../../hooks/useImports';
import { monthsWords } from '../../words/monthsWords';
import { CostQuery } from '../shared/CostQuery';
import styles from '../shared/shared.module.css';

const KIND_WORDS: Record<CostSource['kind'], string> = {
  folder: 'Folder',
  s3: 'Object storage',
  opencost: 'OpenCost',
  upload: 'Uploads',
};

const COLUMNS: DataColumn<CostSource>[] = [
  {
    title: 'Source',
    cell: ({ name, kind }) => (
      <span className={styles.stack}>
        {name}
        <span className={textStyles.muted}>{KIND_WORDS[kind]}</span>
      </span>
    ),
  },
  {
    title: 'State',
    cell: ({ failure, failingSince, lookedAt, kind }) =>
      failure === undefined ? (
        <StatusBadge
          status={lookedAt || kind === 'upload' ? 'good' : 'unknown'}
        >
          {lookedAt || kind === 'upload' ? 'Read' : 'Not read yet'}
        </StatusBadge>
      ) : (
        <span className={styles.stack}>
          <StatusBadge status="bad">Fails</StatusBadge>
          <span className={textStyles.muted}>
            {failure}
            {failingSince && (
              <>
                , since <RelativeTime instant={failingSince} />
              </>
            )}
          </span>
        </span>
      ),
  },
  {
    title: 'Last checked',
    cell: ({ lookedAt }) =>
      lookedAt ? (
        <RelativeTime instant={lookedAt} />
      ) : (
        <span className={textStyles.muted}>Never</span>
      ),
  },
  {
    title: 'Charges until',
    cell: ({ lastDay }) =>
      lastDay ? (
        formatDay(lastDay)
      ) : (
        <span className={textStyles.muted}>None yet</span>
      ),
  },
  { title: 'Billing periods', cell: ({ months }) => monthsWords(months) },
];

/** Where charges come from, and until when each has them. */
export function SourceTable() {
  return (
    <Section title="Sources">
      <CostQuery
        query={useSources()}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title="No sources yet"
            description="Folders, buckets and OpenCost are set up under cost.sources in the configuration; an upload makes one as well."
          />
        }
      >
        {({ items }) => (
          <DataTable
            label="Sources of charges"
            columns={COLUMNS}
            items={items}
            keyOf={({ name }) => name}
          />
        )}
      </CostQuery>
    </Section>
  );
}
