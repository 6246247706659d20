import { Fragment } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { QueryCard, RowsSkeleton, StatusBadge, textStyles } from '@atrium/ui';
import type {
  ClusterReading,
  EntityWorkloads,
} from '@atrium/plugin-workloads-common';
import { useEntityWorkloads } from '../../hooks/useEntityWorkloads';
import {
  healthOf,
  type Place,
  podsOf,
  toPlaces,
  versionOf,
} from '../../runtime/Place';
import { t } from '../../translation';
import { ClaimNotices } from '../shared/ClaimNotices';
import { shortProblem } from '../shared/clusterWords';
import { HealthBadge } from '../shared/HealthBadge';
import { VERDICT_WORDS } from '../shared/healthWords';
import styles from './RuntimeCard.module.css';

/** How a component is doing where it runs, one line per environment. */
export function RuntimeCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const entityLink = useEntityRefLink();
  return (
    <QueryCard
      title={t('runtimeCard.runtime')}
      detailsHref={`${entityLink(entityRef)}/runtime`}
      query={useEntityWorkloads(entityRef)}
      isEmpty={({ items, clusters, conflicts }) =>
        items.length === 0 &&
        conflicts.lostWorkloads === 0 &&
        !clusters.some(isLost)
      }
      empty={
        <span className={textStyles.muted}>{t('runtimeCard.nothingRuns')}</span>
      }
      loading={<RowsSkeleton rows={2} rowHeight={24} />}
    >
      {answer => (
        <>
          <ClaimNotices answer={answer} />
          <Places answer={answer} />
        </>
      )}
    </QueryCard>
  );
}

function Places({ answer }: { answer: EntityWorkloads }) {
  return (
    <dl className={styles.places}>
      {toPlaces(answer).map(place => (
        <PlaceLine key={place.id} place={place} />
      ))}
      {answer.clusters.filter(isLost).map(({ cluster, title, problems }) => (
        <Fragment key={cluster}>
          <dt>{title ?? cluster}</dt>
          <dd>
            <StatusBadge status="unknown">
              {t('runtimeCard.notRead')}
            </StatusBadge>
            {problems.length > 0 && (
              <span className={textStyles.muted}>
                {shortProblem(problems[0])}
              </span>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function PlaceLine({ place }: { place: Place }) {
  const { running, verdict } = versionOf(place);
  const pods = podsOf(place.workloads);
  return (
    <>
      <dt>{place.title}</dt>
      <dd>
        <HealthBadge health={healthOf(place.workloads)} />
        <strong>{running.join(', ')}</strong>
        <span className={textStyles.muted}>
          {pods &&
            t('runtimeCard.ofPodsReady', {
              ready: pods.ready,
              count: pods.desired,
            })}
        </span>
        {verdict === 'different' && (
          <StatusBadge status={VERDICT_WORDS.different.status}>
            {VERDICT_WORDS.different.text}
          </StatusBadge>
        )}
      </dd>
    </>
  );
}

function isLost({ status }: ClusterReading): boolean {
  return status === 'not-read';
}
