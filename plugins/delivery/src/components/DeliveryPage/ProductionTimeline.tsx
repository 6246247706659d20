import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Button } from '@backstage/ui';
import {
  EmptyState,
  EventTimeline,
  QueryState,
  type TimelineMark,
  type TimelineRow,
  textStyles,
} from '@atrium/ui';
import type {
  Incident,
  ServiceSelection,
  Timeline,
  TimelineDeployment,
  TimelineItem,
} from '@atrium/plugin-delivery-common';
import { useTimeline } from '../../hooks/useDelivery';
import { versionOf } from '../shared/versionOf';

const FIRST_ROWS = 12;

const LEGEND = {
  done: 'Deployed',
  failed: 'Deployed, and failed',
  undone: 'Rolled back',
  span: 'Incident',
};

/** Props of {@link ProductionTimeline}. */
export interface ProductionTimelineProps {
  selection: ServiceSelection;
  period: { from: string; to: string };
}

/** What went to production and what went wrong there, service by service. */
export function ProductionTimeline(props: ProductionTimelineProps) {
  const { selection, period } = props;
  const query = useTimeline({ ...selection, ...period });
  return (
    <QueryState
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={
        <EmptyState
          title="Nothing went to production in this period"
          description="Choose a longer period, or send deployments to see them here."
        />
      }
    >
      {timeline => <Rows timeline={timeline} />}
    </QueryState>
  );
}

function Rows({ timeline }: { timeline: Timeline }) {
  const { from, to, items, isTruncated } = timeline;
  const [hasAll, setHasAll] = useState(false);
  const shown = hasAll ? items : items.slice(0, FIRST_ROWS);
  return (
    <div>
      <EventTimeline
        title="Deployments to production and incidents there"
        from={from}
        to={to}
        rows={shown.map(toRow)}
        legend={LEGEND}
        renderRowTitle={({ id }) => <EntityRefLink entityRef={id} hideIcon />}
      />
      <div className={`${textStyles.line} ${textStyles.muted}`}>
        {shown.length < items.length && (
          <Button
            variant="tertiary"
            size="small"
            onPress={() => setHasAll(true)}
          >
            {`Show all ${items.length} services`}
          </Button>
        )}
        {isTruncated && (
          <span>
            There is more than can be drawn: the oldest of it is missing.
          </span>
        )}
      </div>
    </div>
  );
}

function toRow({
  entityRef,
  deployments,
  incidents,
}: TimelineItem): TimelineRow {
  return {
    id: entityRef,
    title: entityRef.slice(entityRef.indexOf('/') + 1),
    marks: deployments.map(toMark),
    spans: incidents.map(incident => ({
      id: incident.id,
      from: incident.detectedAt ?? incident.updatedAt,
      to: incident.resolvedAt,
      label: describeIncident(incident),
    })),
  };
}

function toMark(deployment: TimelineDeployment): TimelineMark {
  const { id, at, kind, failedBy } = deployment;
  if (kind === 'rolledback' || kind === 'removed') {
    return { id, at, shape: 'undone', label: describe(deployment) };
  }
  return {
    id,
    at,
    shape: failedBy ? 'failed' : 'done',
    label: describe(deployment),
  };
}

function describe(deployment: TimelineDeployment): string {
  const { kind, environment, actor, failedBy, cause } = deployment;
  const version = versionOf(deployment);
  const what = {
    deployed: `${version} deployed to ${environment}`,
    upgraded: `${version} deployed to ${environment}`,
    rolledback: `${environment} rolled back to ${version}`,
    removed: `${version} removed from ${environment}`,
  }[kind];
  const consequence = {
    incident: 'an incident followed',
    rollback: 'it was rolled back',
  };
  return [
    actor ? `${what} by ${actor}` : what,
    failedBy && consequence[failedBy],
    cause,
  ]
    .filter(Boolean)
    .join('; ');
}

function describeIncident({ description, environment, incidentId }: Incident) {
  const what = description ?? `Incident ${incidentId}`;
  return environment ? `${what} (${environment})` : what;
}
