import { RiServerLine } from '@remixicon/react';
import { z } from 'zod';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  EmptyState,
  QueryState,
  Section,
  useAddressState,
  ViewSkeleton,
} from '@atrium/ui';
import type { EntityWorkloads } from '@atrium/plugin-workloads-common';
import { useEntityWorkloads } from '../../hooks/useEntityWorkloads';
import { placeToLookAt, toPlaces } from '../../runtime/Place';
import { t } from '../../translation';
import { ClaimNotices } from '../shared/ClaimNotices';
import { ClusterNotices } from '../shared/ClusterNotices';
import { Freshness } from '../shared/Freshness';
import { PlaceDetails } from './PlaceDetails';
import { PlaceStrip } from './PlaceStrip';
import styles from './RuntimeContent.module.css';

const addressSchema = z.object({ place: z.string().optional() });

/** How a component is doing where it runs, and what to do about it. */
export function RuntimeContent() {
  const { entity } = useEntity();
  const query = useEntityWorkloads(stringifyEntityRef(entity));
  return (
    <div className={styles.content}>
      <QueryState query={query} loading={<ViewSkeleton height={200} />}>
        {answer => <Answer answer={answer} error={query.error} />}
      </QueryState>
    </div>
  );
}

function Answer(props: { answer: EntityWorkloads; error: Error | null }) {
  const { answer, error } = props;
  const { clusters } = answer;
  const [address, change] = useAddressState(addressSchema);
  const places = toPlaces(answer);
  const place =
    places.find(({ id }) => id === address.place) ?? placeToLookAt(places);
  return (
    <>
      <ClusterNotices clusters={clusters} />
      <ClaimNotices answer={answer} />
      {place ? (
        <>
          <Section
            title={t('runtimeContent.howItRuns')}
            tools={<Freshness clusters={clusters} error={error} />}
          >
            <PlaceStrip
              places={places}
              selected={place}
              onSelect={({ id }) => change({ place: id })}
            />
          </Section>
          <PlaceDetails answer={answer} place={place} key={place.id} />
        </>
      ) : (
        <NothingRuns answer={answer} />
      )}
    </>
  );
}

function NothingRuns({ answer: { clusters } }: { answer: EntityWorkloads }) {
  const read = clusters.filter(({ status }) => status !== 'not-read');
  if (clusters.length > 0 && read.length === 0) {
    return (
      <EmptyState
        icon={<RiServerLine />}
        title={t('runtimeContent.nothingIsKnownAboutWhat')}
        description={t('runtimeContent.noClusterCouldBeRead')}
      />
    );
  }
  return (
    <EmptyState
      icon={<RiServerLine />}
      title={t('runtimeContent.nothingRunsForThisComponent')}
      description={
        <>
          {t('runtimeContent.howToShow')}
          {read.length > 0 &&
            ` ${t('runtimeContent.asked', {
              clusters: read
                .map(({ title, cluster }) => title ?? cluster)
                .join(', '),
            })}`}
        </>
      }
    />
  );
}
