import type { CostSource } from '@atrium/plugin-cost-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatDay,
  QueryState,
  RelativeTime,
  Section,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { useSources } from '../../hooks/useImports';
import { t } from '../../translation';
import { monthsWords } from '../../words/monthsWords';
import styles from '../shared/shared.module.css';

const KIND_WORDS: Record<CostSource['kind'], string> = {
  get folder() {
    return t('sourceTable.folder');
  },
  get s3() {
    return t('sourceTable.objectStorage');
  },
  opencost: 'OpenCost',
  get upload() {
    return t('sourceTable.uploads');
  },
};

const COLUMNS: DataColumn<CostSource>[] = [
  {
    get title() {
      return t('sourceTable.source');
    },
    cell: ({ name, kind }) => (
      <span className={styles.stack}>
        {name}
        <span className={textStyles.muted}>{KIND_WORDS[kind]}</span>
      </span>
    ),
  },
  {
    get title() {
      return t('sourceTable.state');
    },
    cell: ({ failure, failingSince, lookedAt, kind }) =>
      failure === undefined ? (
        <StatusBadge
          status={lookedAt || kind === 'upload' ? 'good' : 'unknown'}
        >
          {lookedAt || kind === 'upload'
            ? t('sourceTable.read')
            : t('sourceTable.notReadYet')}
        </StatusBadge>
      ) : (
        <span className={styles.stack}>
          <StatusBadge status="bad">{t('sourceTable.fails')}</StatusBadge>
          <span className={textStyles.muted}>
            {failure}
            {failingSince && (
              <>
                {', '}
                {t('sourceTable.since', {
                  time: <RelativeTime instant={failingSince} />,
                })}
              </>
            )}
          </span>
        </span>
      ),
  },
  {
    get title() {
      return t('sourceTable.lastChecked');
    },
    cell: ({ lookedAt }) =>
      lookedAt ? (
        <RelativeTime instant={lookedAt} />
      ) : (
        <span className={textStyles.muted}>{t('sourceTable.never')}</span>
      ),
  },
  {
    get title() {
      return t('sourceTable.chargesUntil');
    },
    cell: ({ lastDay }) =>
      lastDay ? (
        formatDay(lastDay)
      ) : (
        <span className={textStyles.muted}>{t('sourceTable.noneYet')}</span>
      ),
  },
  {
    get title() {
      return t('sourceTable.billingPeriods');
    },
    cell: ({ months }) => monthsWords(months),
  },
];

/** Where charges come from, and until when each has them. */
export function SourceTable() {
  return (
    <Section title={t('sourceTable.sources')}>
      <QueryState
        query={useSources()}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState
            title={t('sourceTable.noSourcesYet')}
            description={t('sourceTable.foldersBucketsAndOpencostAre')}
          />
        }
      >
        {({ items }) => (
          <DataTable
            label={t('sourceTable.sourcesOfCharges')}
            columns={COLUMNS}
            items={items}
            keyOf={({ name }) => name}
          />
        )}
      </QueryState>
    </Section>
  );
}
