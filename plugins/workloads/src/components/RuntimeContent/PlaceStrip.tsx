import { ByActor, formatPercent, RelativeTime, StatusBadge } from '@atrium/ui';
import type { Workload } from '@atrium/plugin-workloads-common';
import { nearestLimit } from '../../runtime/nearestLimit';
import { healthOf, type Place, podsOf, versionOf } from '../../runtime/Place';
import { t } from '../../translation';
import { HealthBadge } from '../shared/HealthBadge';
import { VERDICT_WORDS } from '../shared/healthWords';
import styles from './PlaceStrip.module.css';

/** Props of {@link PlaceStrip}. */
export interface PlaceStripProps {
  places: Place[];
  selected: Place;
  onSelect(place: Place): void;
}

/** Where a component runs, and in one look how it is there. */
export function PlaceStrip({ places, selected, onSelect }: PlaceStripProps) {
  return (
    <ol className={styles.strip} aria-label={t('placeStrip.environments')}>
      {places.map(place => {
        // One place alone is nothing to choose among.
        const isSelected = places.length > 1 && place.id === selected.id;
        return (
          <li key={place.id} className={styles.card} data-selected={isSelected}>
            <div className={styles.header}>
              {places.length > 1 ? (
                <button
                  type="button"
                  className={styles.select}
                  aria-pressed={isSelected}
                  onClick={() => onSelect(place)}
                >
                  {place.title}
                </button>
              ) : (
                <span className={styles.name}>{place.title}</span>
              )}
              <HealthBadge health={healthOf(place.workloads)} />
            </div>
            <PlaceFacts place={place} />
          </li>
        );
      })}
    </ol>
  );
}

function PlaceFacts({ place }: { place: Place }) {
  const { running, verdict, decidedBy } = versionOf(place);
  const { deployed } = decidedBy.version;
  const { status, text } = VERDICT_WORDS[verdict];
  return (
    <>
      <span className={styles.version}>
        {running.join(', ') || t('placeStrip.noPod')}
      </span>
      <span className={styles.fact}>
        <StatusBadge status={status}>{text}</StatusBadge>
        {deployed && (
          <span>
            {verdict === 'different' &&
              `${deployed.version ?? t('placeStrip.another')}, `}
            <RelativeTime instant={deployed.at} />
            <ByActor actor={deployed.actor} />
          </span>
        )}
      </span>
      <span className={styles.fact}>
        <PodCount workloads={place.workloads} />
        <LimitFact workloads={place.workloads} />
      </span>
    </>
  );
}

function PodCount({ workloads }: { workloads: Workload[] }) {
  const pods = podsOf(workloads);
  return (
    <span className={styles.strong}>
      {pods
        ? t('placeStrip.ofPodsReady', {
            ready: pods.ready,
            count: pods.desired,
          })
        : t('placeStrip.runsBySchedule')}
    </span>
  );
}

function LimitFact({ workloads }: { workloads: Workload[] }) {
  const nearest = nearestLimit(workloads);
  if (nearest === 'not-measured') {
    return <span>{t('placeStrip.usageNotMeasured')}</span>;
  }
  if (nearest === 'no-limit') {
    return <span>{t('placeStrip.noLimitSet')}</span>;
  }
  const { resource, ratio, isNear } = nearest;
  const words = t('placeStrip.atOfItsLimit', {
    resource: t(resource === 'CPU' ? 'placeStrip.cpu' : 'placeStrip.memory'),
    ratio: formatPercent(ratio),
  });
  return isNear ? (
    <StatusBadge status="warning">{words}</StatusBadge>
  ) : (
    <span>{words}</span>
  );
}
