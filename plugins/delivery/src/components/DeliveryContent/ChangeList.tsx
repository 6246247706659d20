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
import { t } from '../../translation';
import { FIRST_LIMIT } from '../shared/ShowMore';
import { GrowingTable } from '../shared/GrowingTable';
import { shortCommit } from '../shared/versionOf';

const STATES = {
  open: {
    status: 'running',
    get text() {
      return t('changeList.open');
    },
  },
  merged: {
    status: 'good',
    get text() {
      return t('changeList.merged');
    },
  },
  abandoned: {
    status: 'neutral',
    get text() {
      return t('changeList.abandoned');
    },
  },
} as const;

const COLUMNS: DataColumn<Change>[] = [
  {
    get title() {
      return t('changeList.state');
    },
    cell: ({ state }) => (
      <StatusBadge status={STATES[state].status}>
        {STATES[state].text}
      </StatusBadge>
    ),
  },
  {
    get title() {
      return t('changeList.change');
    },
    cell: ({ title, number, url, commit }) => (
      <>
        <SafeLink href={url}>{title ?? t('changeList.withoutATitle')}</SafeLink>{' '}
        <span className={textStyles.muted}>
          {number ? `#${number}` : commit && shortCommit(commit)}
        </span>
      </>
    ),
  },
  {
    get title() {
      return t('changeList.by');
    },
    cell: ({ actor }) => actor && <ActorName actor={actor} />,
  },
  {
    get title() {
      return t('changeList.when');
    },
    cell: ({ mergedAt, abandonedAt, createdAt, updatedAt }) => (
      <span className={textStyles.nowrap}>
        <RelativeTime
          instant={mergedAt ?? abandonedAt ?? createdAt ?? updatedAt}
        />
      </span>
    ),
  },
  {
    get title() {
      return t('changeList.leadTime');
    },
    isNumber: true,
    cell: ({ state, leadTimeSeconds }) => {
      if (leadTimeSeconds !== undefined) {
        return formatDuration(leadTimeSeconds);
      }
      return state === 'merged' ? (
        <span className={textStyles.muted}>
          {t('changeList.notInProduction')}
        </span>
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
      empty={
        <EmptyState
          title={t('changeList.noChangeYet')}
          description={t('changeList.theyAppearOnce')}
        />
      }
      label={t('changeList.changes')}
      columns={COLUMNS}
      keyOf={({ id }) => id}
      limit={limit}
      onLimit={setLimit}
    />
  );
}
