import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  useEntity,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link, Skeleton } from '@backstage/ui';
import {
  ByActor,
  QueryState,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import { useDeployments, useIncidents, useRuns } from '../../hooks/useDelivery';
import { useDeliverySignals } from '../../hooks/deliveryHooks';
import { RunStatusBadge } from '../shared/RunStatusBadge';
import { versionOf } from '../shared/versionOf';
import styles from './DeliveryCard.module.css';

/** The last run, what is in production, and whether something is wrong. */
export function DeliveryCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const entityLink = useEntityRefLink();
  useDeliverySignals(entityRef);
  return (
    <EntityInfoCard
      title="Delivery"
      headerActions={
        <Link href={`${entityLink(entityRef)}/delivery`}>Details</Link>
      }
    >
      <dl className={styles.facts}>
        <OpenIncident entityRef={entityRef} />
        <dt>Last run</dt>
        <dd>
          <LastRun entityRef={entityRef} />
        </dd>
        <dt>In production</dt>
        <dd>
          <InProduction entityRef={entityRef} />
        </dd>
      </dl>
    </EntityInfoCard>
  );
}

function OpenIncident({ entityRef }: { entityRef: string }) {
  const { data } = useIncidents({ entityRef, state: 'open', limit: 1 });
  const incident = data?.items[0];
  if (!incident) {
    return null;
  }
  return (
    <>
      <dt>Incident</dt>
      <dd>
        <StatusBadge status="bad">Open</StatusBadge>{' '}
        {incident.description ?? incident.incidentId}
      </dd>
    </>
  );
}

function LastRun({ entityRef }: { entityRef: string }) {
  return (
    <QueryState
      query={useRuns({ entityRef, limit: 1 })}
      isEmpty={({ items }) => items.length === 0}
      empty={<span className={textStyles.muted}>None is known</span>}
      loading={<Skeleton width={160} height={20} />}
    >
      {({ items: [run] }) => (
        <span className={textStyles.line}>
          <RunStatusBadge run={run} /> {run.pipeline}{' '}
          <span className={textStyles.muted}>
            <RelativeTime instant={run.startedAt ?? run.updatedAt} />
          </span>
        </span>
      )}
    </QueryState>
  );
}

function InProduction({ entityRef }: { entityRef: string }) {
  return (
    <QueryState
      query={useDeployments({ entityRef, tier: 'production', limit: 1 })}
      isEmpty={({ items }) => items.length === 0}
      empty={<span className={textStyles.muted}>Nothing is known</span>}
      loading={<Skeleton width={160} height={20} />}
    >
      {({ items: [deployment] }) => (
        <span className={textStyles.line}>
          <strong>{versionOf(deployment)}</strong>{' '}
          <span className={textStyles.muted}>
            {deployment.kind === 'rolledback' && 'rolled back '}
            <RelativeTime instant={deployment.at} />
            <ByActor actor={deployment.actor} />
          </span>
        </span>
      )}
    </QueryState>
  );
}
