import { useState } from 'react';
import {
  ActorName,
  type DataColumn,
  EmptyState,
  formatDuration,
  RelativeTime,
  SafeLink,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type { Change } from '@atrium/plugin-delivery-common';
import { useChanges } from '../../hooks/useDelivery';
import { FIRST_LIMIT } from '../shared/ShowMore';
import { GrowingTable } from '../shared/GrowingTable';
import { shortCommit } from '../shared/versionOf';

const STATES = {
  open: { status: 'running', text: 'Open' },
  merged: { status: 'good', text: 'Merged' },
  abandoned: { status: 'unknown', text: 'Abandoned' },
} as const;

const COLUMNS: DataColumn<Change>[] = [
  {
    title: 'State',
    cell: ({ state }) => (
      <StatusBadge status={STATES[state].status}>
        {STATES[state].text}
      </StatusBadge>
    ),
  },
  {
    title: 'Change',
    cell: ({ title, number, url, commit }) => (
      <>
        <SafeLink href={url}>{title ?? 'Without a title'}</SafeLink>{' '}
        <span className={textStyles.muted}>
          {number ? `#${number}` : commit && shortCommit(commit)}
        </span>
      </>
    ),
  },
  { title: 'By', cell: ({ actor }) => actor && <ActorName actor={actor} /> },
  {
    title: 'When',
    cell: ({ mergedAt, abandonedAt, createdAt, updatedAt }) => (
      <span className={textStyles.nowrap}>
        <RelativeTime
          instant={mergedAt ?? abandonedAt ?? createdAt ?? updatedAt}
        />
      </span>
    ),
  },
  {
    title: 'Lead time',
    isNumber: true,
    cell: ({ state, leadTimeSeconds }) => {
      if (leadTimeSeconds !== undefined) {
        return formatDuration(leadTimeSeconds);
      }
      return state === 'merged' ? (
        <span className={textStyles.muted}>not in production</span>
      ) : (
        ''
      );
    },
  },
];

/** The changes of an entity, with the time each took to production. */
export function ChangeList({ entityRef }: { entityRef: string }) {
  const [limit, setLimit] = useState(FIRST_LIMIT);
  const query = useChanges({ entityRef, limit });
  return (
    <GrowingTable
      query={query}
      empty={<EmptyState title="No change yet" />}
      label="Changes"
      columns={COLUMNS}
      keyOf={({ id }) => id}
      limit={limit}
      onLimit={setLimit}
    />
  );
}
