import type { Problem } from '@atrium/plugin-catalog-health-common';
import {
  type DataColumn,
  RelativeTime,
  SafeLink,
  StatusBadge,
} from '@atrium/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { KIND_WORDS } from '../words/kindWords';
import styles from './catalogHealth.module.css';

/** The columns of the list of problems. */
export const PROBLEM_COLUMNS: DataColumn<Problem>[] = [
  {
    title: 'Problem',
    id: 'kind',
    sortBy: ({ kind }) => KIND_WORDS[kind],
    cell: ({ kind, severity }) => (
      <StatusBadge status={severity === 'error' ? 'bad' : 'warning'}>
        {KIND_WORDS[kind]}
      </StatusBadge>
    ),
  },
  {
    title: 'File',
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
    title: 'What is wrong, and what to do',
    id: 'message',
    cell: ({ message, advice }) => (
      <span className={styles.words}>
        <span>{message}</span>
        <span className={styles.muted}>{advice}</span>
      </span>
    ),
  },
  {
    title: 'Entity',
    id: 'entity',
    sortBy: ({ entityRef = '' }) => entityRef,
    // It may not be in the catalog, so it is no link.
    cell: ({ entityRef }) => entityRef ?? '–',
  },
  {
    title: 'Team',
    id: 'owner',
    sortBy: ({ ownerRef }) => ownerRef,
    cell: ({ ownerRef }) => <EntityRefLink entityRef={ownerRef} hideIcon />,
  },
  {
    title: 'Since',
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
