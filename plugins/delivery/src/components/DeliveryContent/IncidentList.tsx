import { useState } from 'react';
import {
  type DataColumn,
  EmptyState,
  formatDuration,
  RelativeTime,
  SafeLink,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type { Incident } from '@atrium/plugin-delivery-common';
import { useIncidents } from '../../hooks/useDelivery';
import { t } from '../../translation';
import { FIRST_LIMIT } from '../shared/ShowMore';
import { GrowingTable } from '../shared/GrowingTable';

const COLUMNS: DataColumn<Incident>[] = [
  {
    get title() {
      return t('incidentList.state');
    },
    cell: ({ resolvedAt }) =>
      resolvedAt ? (
        <StatusBadge status="good">{t('incidentList.resolved')}</StatusBadge>
      ) : (
        <StatusBadge status="bad">{t('incidentList.open')}</StatusBadge>
      ),
  },
  {
    get title() {
      return t('incidentList.incident');
    },
    cell: ({ description, incidentId, url }) => (
      <SafeLink href={url}>{description ?? incidentId}</SafeLink>
    ),
  },
  {
    get title() {
      return t('incidentList.environment');
    },
    cell: ({ environment }) => environment,
  },
  {
    get title() {
      return t('incidentList.detected');
    },
    cell: ({ detectedAt, updatedAt }) => (
      <span className={textStyles.nowrap}>
        <RelativeTime instant={detectedAt ?? updatedAt} />
      </span>
    ),
  },
  {
    get title() {
      return t('incidentList.lasted');
    },
    isNumber: true,
    cell: ({ durationSeconds }) =>
      durationSeconds === undefined ? '' : formatDuration(durationSeconds),
  },
];

/** What went wrong, newest first. */
export function IncidentList({ entityRef }: { entityRef: string }) {
  const [limit, setLimit] = useState(FIRST_LIMIT);
  const query = useIncidents({ entityRef, limit });
  return (
    <GrowingTable
      query={query}
      empty={
        <EmptyState
          title={t('incidentList.noIncidentIsKnown')}
          description={t('incidentList.theyAppearOnce')}
        />
      }
      label={t('incidentList.incidents')}
      columns={COLUMNS}
      keyOf={({ id }) => id}
      limit={limit}
      onLimit={setLimit}
    />
  );
}
