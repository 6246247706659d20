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
  useActorNames,
  useEntityTitles,
} from '@atrium/ui';
import {
  hasSeveralServices,
  type Incident,
  type ServiceSelection,
  type Timeline,
  type TimelineDeployment,
  type TimelineItem,
} from '@atrium/plugin-delivery-common';
import { useTimeline } from '../../hooks/useDelivery';
import { t } from '../../translation';
import { namedVersionOf } from '../shared/versionOf';

const FIRST_ROWS = 12;

const LEGEND = {
  get done() {
    return t('productionTimeline.deployed');
  },
  get failed() {
    return t('productionTimeline.deployedAndFailed');
  },
  get undone() {
    return t('productionTimeline.rolledBack');
  },
  get span() {
    return t('productionTimeline.incident');
  },
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
          title={t('productionTimeline.nothingWentToProductionIn')}
          description={t('productionTimeline.chooseALongerPeriodOr')}
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
  const titles = useEntityTitles(shown.map(({ entityRef }) => entityRef));
  const actors = useActorNames(
    shown.flatMap(({ deployments }) =>
      deployments.flatMap(({ actor }) => actor ?? []),
    ),
  );
  return (
    <div>
      <EventTimeline
        title={t('productionTimeline.deploymentsToProductionAndIncidents')}
        from={from}
        to={to}
        rows={shown.map(item => toRow(item, { titles, actors }))}
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
            {t('productionTimeline.showAllServices', {
              itemsCount: items.length,
            })}
          </Button>
        )}
        {isTruncated && (
          <span>{t('productionTimeline.thereIsMoreThanCan')}</span>
        )}
      </div>
    </div>
  );
}

/** What things and people are called: the first by ref, the others by login. */
interface Names {
  titles: Map<string, string>;
  actors: Map<string, string>;
}

function toRow(item: TimelineItem, { titles, actors }: Names): TimelineRow {
  const { entityRef, deployments, incidents } = item;
  const hasSeveral = hasSeveralServices(deployments);
  return {
    id: entityRef,
    title: titles.get(entityRef) ?? entityRef,
    marks: deployments.map(deployment =>
      toMark(deployment, { actors, hasSeveral }),
    ),
    spans: incidents.map(incident => ({
      id: incident.id,
      from: incident.detectedAt ?? incident.updatedAt,
      to: incident.resolvedAt,
      label: describeIncident(incident),
    })),
  };
}

interface MarkOptions {
  actors: Names['actors'];
  /** Whether the component has several services. */
  hasSeveral: boolean;
}

function toMark(
  deployment: TimelineDeployment,
  options: MarkOptions,
): TimelineMark {
  const { id, at, kind, failedBy } = deployment;
  const label = describe(deployment, options);
  if (kind === 'rolledback' || kind === 'removed') {
    return { id, at, shape: 'undone', label };
  }
  return { id, at, shape: failedBy ? 'failed' : 'done', label };
}

function describe(
  deployment: TimelineDeployment,
  { actors, hasSeveral }: MarkOptions,
): string {
  const { kind, environment, failedBy, cause } = deployment;
  const actor = deployment.actor && actors.get(deployment.actor);
  const version = namedVersionOf(deployment, hasSeveral);
  const what = {
    deployed: t('productionTimeline.deployedTo', { version, environment }),
    upgraded: t('productionTimeline.deployedTo', { version, environment }),
    rolledback: t('productionTimeline.rolledBackTo', { environment, version }),
    removed: t('productionTimeline.removedFrom', { version, environment }),
  }[kind];
  const consequence = {
    incident: t('productionTimeline.anIncidentFollowed'),
    rollback: t('productionTimeline.itWasRolledBack'),
  };
  return [
    actor ? t('productionTimeline.by', { what, actor }) : what,
    failedBy && consequence[failedBy],
    cause,
  ]
    .filter(Boolean)
    .join('; ');
}

function describeIncident({ description, environment, incidentId }: Incident) {
  const what = description ?? t('productionTimeline.incident2', { incidentId });
  return environment ? `${what} (${environment})` : what;
}
