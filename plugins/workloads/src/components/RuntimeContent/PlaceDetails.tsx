import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { EntityWorkloads } from '@atrium/plugin-workloads-common';
import { SafeLink, textStyles } from '@atrium/ui';
import { useCanRestart } from '../../hooks/useCanRestart';
import type { Place } from '../../runtime/Place';
import { t } from '../../translation';
import { GitOpsTable } from './GitOpsTable';
import { WarningList } from './WarningList';
import { WorkloadView } from './WorkloadView';
import styles from './RuntimeContent.module.css';

/** Props of {@link PlaceDetails}. */
export interface PlaceDetailsProps {
  answer: EntityWorkloads;
  place: Place;
}

/** One place in detail: what the cluster warns about, then each workload. */
export function PlaceDetails({ answer, place }: PlaceDetailsProps) {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const canRestart = useCanRestart(entityRef);
  const inPlace = new Set(place.workloads.map(({ id }) => id));
  return (
    <div className={styles.content}>
      <PlaceLinks answer={answer} place={place} />
      <WarningList
        warnings={answer.warnings.filter(
          ({ cluster, workloadIds }) =>
            cluster === place.cluster &&
            (workloadIds.length === 0 ||
              workloadIds.some(id => inPlace.has(id))),
        )}
        runbooks={answer.runbooks}
        since={answer.warningsSince}
      />
      {place.workloads.map(workload => (
        <WorkloadView
          key={workload.id}
          workload={workload}
          placeTitle={place.title}
          canRestart={canRestart}
        />
      ))}
      <GitOpsTable
        objects={answer.gitOps.filter(({ workloadClusters }) =>
          workloadClusters.includes(place.cluster),
        )}
      />
    </div>
  );
}

function PlaceLinks({ answer, place }: PlaceDetailsProps) {
  const entityLink = useEntityRefLink();
  const reading = answer.clusters.find(
    ({ cluster }) => cluster === place.cluster,
  );
  return (
    <p className={`${textStyles.line} ${textStyles.muted}`}>
      <span>
        {t('placeDetails.isInCluster', {
          title: place.title,
          link: (
            <SafeLink href={reading?.dashboardUrl}>
              {place.clusterTitle}
            </SafeLink>
          ),
        })}
      </span>
      {answer.canReadLogs && (
        <Link href={`${entityLink(answer.entityRef)}/kubernetes`}>
          {t('placeDetails.logsAndManifests')}
        </Link>
      )}
    </p>
  );
}
