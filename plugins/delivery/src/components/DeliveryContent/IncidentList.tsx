import { useState } from 'react';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  formatDuration,
  QueryState,
  RelativeTime,
  SafeLink,
  StatusBadge,
} from '@atrium/ui';
import type { Incident } from '@atrium/plugin-delivery-common';
import { useIncidents } from '../../hooks/useDelivery';
import { FIRST_LIMIT, ShowMore } from '../shared/ShowMore';
import styles from '../shared/shared.module.css';

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
      <span className={styles.nowrap}>
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
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState title="No incident is known" />}
    >
      {page => (
        <>
          <DataTable
            label="Incidents"
            columns={COLUMNS}
            items={page.items}
            keyOf={({ id }) => id}
          />
          <ShowMore page={page} limit={limit} onChange={setLimit} />
        </>
      )}
    </QueryState>
  );
}
