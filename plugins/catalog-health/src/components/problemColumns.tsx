import type { Problem } from '@atrium/plugin-catalog-health-common';
import {
  type DataColumn,
  NoValue,
  RelativeTime,
  SafeLink,
  StatusBadge,
  readField,
} from '@atrium/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { t } from '../translation';
import { KIND_WORDS } from '../words/kindWords';
import styles from './catalogHealth.module.css';

/** The columns of the list of problems. */
export const PROBLEM_COLUMNS: DataColumn<Problem>[] = [
  {
    get title() {
      return t('problemColumns.problem');
    },
    id: 'kind',
    sortBy: ({ kind }) => KIND_WORDS[kind],
    cell: ({ kind, severity }) => (
      <StatusBadge status={severity === 'error' ? 'bad' : 'warning'}>
        {KIND_WORDS[kind]}
      </StatusBadge>
    ),
  },
  {
    get title() {
      return t('problemColumns.file');
    },
    id: 'file',
    sortBy: fileOf,
    cell: problem => (
      <span className={styles.file}>
        <SafeLink href={problem.url}>{fileOf(problem)}</SafeLink>
        <span className={styles.muted}>{problem.repository}</span>
      </span>
    ),
  },
  {
    get title() {
      return t('problemColumns.whatIsWrongAndWhat');
    },
    id: 'message',
    cell: problem => (
      <span className={styles.words}>
        <span>{readField(problem, 'message')}</span>
        <span className={styles.muted}>{readField(problem, 'advice')}</span>
      </span>
    ),
  },
  {
    get title() {
      return t('problemColumns.entity');
    },
    id: 'entity',
    sortBy: ({ entityRef = '' }) => entityRef,
    // It may not be in the catalog, so it is no link.
    cell: ({ entityRef }) => entityRef ?? <NoValue />,
  },
  {
    get title() {
      return t('problemColumns.team');
    },
    id: 'owner',
    sortBy: ({ ownerRef }) => ownerRef,
    cell: ({ ownerRef }) => <EntityRefLink entityRef={ownerRef} hideIcon />,
  },
  {
    get title() {
      return t('problemColumns.since');
    },
    id: 'since',
    sortBy: ({ firstSeenAt }) => firstSeenAt,
    cell: ({ firstSeenAt }) => (
      <span className={styles.since}>
        <RelativeTime instant={firstSeenAt} />
      </span>
    ),
  },
];

/** The file, and the line where it is known. */
export function fileOf({ path, line }: Problem): string {
  return line ? `${path}:${line}` : path;
}
