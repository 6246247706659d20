import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityInfoCard,
  useEntity,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link, Skeleton } from '@backstage/ui';
import {
  type EnvironmentMatrix,
  findProductionDeployments,
} from '@atrium/plugin-delivery-common';
import {
  ByActor,
  QueryState,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import {
  useEnvironments,
  useIncidents,
  useRuns,
} from '../../hooks/useDelivery';
import { useDeliverySignals } from '../../hooks/deliveryHooks';
import { t } from '../../translation';
import { RunStatusBadge } from '../shared/RunStatusBadge';
import { namedVersionOf } from '../shared/versionOf';
import styles from './DeliveryCard.module.css';

/** The last run, what is in production, and whether something is wrong. */
export function DeliveryCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const entityLink = useEntityRefLink();
  useDeliverySignals(entityRef);
  return (
    <EntityInfoCard
      title={t('deliveryCard.delivery')}
      headerActions={
        <Link href={`${entityLink(entityRef)}/delivery`}>
          {t('deliveryCard.details')}
        </Link>
      }
    >
      <dl className={styles.facts}>
        <OpenIncident entityRef={entityRef} />
        <dt>{t('deliveryCard.lastRun')}</dt>
        <dd>
          <LastRun entityRef={entityRef} />
        </dd>
        <dt>{t('deliveryCard.inProduction')}</dt>
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
      <dt>{t('deliveryCard.incident')}</dt>
      <dd>
        <StatusBadge status="bad">{t('deliveryCard.open')}</StatusBadge>{' '}
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
      empty={
        <span className={textStyles.muted}>
          {t('deliveryCard.noneIsKnown')}
        </span>
      }
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
      query={useEnvironments(entityRef)}
      isEmpty={matrix => findInProduction(matrix).length === 0}
      empty={
        <span className={textStyles.muted}>
          {t('deliveryCard.nothingIsKnown')}
        </span>
      }
      loading={<Skeleton width={160} height={20} />}
    >
      {matrix =>
        findInProduction(matrix).map((deployment, _, all) => (
          <div key={deployment.service} className={textStyles.line}>
            <strong>{namedVersionOf(deployment, all.length > 1)}</strong>{' '}
            <span className={textStyles.muted}>
              {deployment.kind === 'rolledback' &&
                `${t('deployment.rolledBack')} `}
              <RelativeTime instant={deployment.at} />
              <ByActor actor={deployment.actor} />
            </span>
          </div>
        ))
      }
    </QueryState>
  );
}

/** The last deployment to production, or that of each of several services. */
function findInProduction({ items: [component] }: EnvironmentMatrix) {
  const newestFirst = (component?.cells ?? [])
    .map(({ deployment }) => deployment)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  const { lastProductionDeployment, productionDeployments } =
    findProductionDeployments(newestFirst);
  return productionDeployments ?? [lastProductionDeployment ?? []].flat();
}
