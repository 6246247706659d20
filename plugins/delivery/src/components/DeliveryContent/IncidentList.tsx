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
import { FIRST_LIMIT } from '../shared/ShowMore';
import { GrowingTable } from '../shared/GrowingTable';

const COLUMNS: DataColumn<Incident>[] = [
  {
    title: 'State',
    cell: ({ resolvedAt }) =>
      resolvedAt ? (
        <StatusBadge status="good">Resolved</StatusBadge>
      ) : (
        <StatusBadge status="bad">Open</StatusBadge>
      ),
  },
  {
    title: 'Incident',
    cell: ({ description, incidentId, url }) => (
      <SafeLink href={url}>{description ?? incidentId}</SafeLink>
    ),
  },
  { title: 'Environment', cell: ({ environment }) => environment },
  {
    title: 'Detected',
    cell: ({ detectedAt, updatedAt }) => (
      <span className={textStyles.nowrap}>
        <RelativeTime instant={detectedAt ?? updatedAt} />
      </span>
    ),
  },
  {
    title: 'Lasted',
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
      empty={<EmptyState title="No incident is known" />}
      label="Incidents"
      columns={COLUMNS}
      keyOf={({ id }) => id}
      limit={limit}
      onLimit={setLimit}
    />
  );
}
