import {
  API_HISTORY_TAB_PATH,
  type ApiChange,
  type BreakingVersion,
  historyTabSearch,
} from '@atrium/plugin-api-history-common';
import {
  useEntity,
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { QueryCard, readField, RelativeTime, StatusBadge } from '@atrium/ui';
import {
  BREAKING_DAYS,
  useBreakingConsumed,
} from '../../hooks/useBreakingConsumed';
import { t } from '../../translation';
import styles from './BreakingChangesCard.module.css';

/** Changes that are shown before the rest is counted. */
const MAX_CHANGES = 3;

/**
 * Warns a component of breaking changes in what it consumes. There is no card
 * while there is nothing to warn of.
 */
export function BreakingChangesCard() {
  const { entity } = useEntity();
  return (
    <QueryCard
      title={t('breakingChangesCard.breakingChangesInApisYou')}
      query={useBreakingConsumed(entity)}
      isEmpty={versions => versions.length === 0}
    >
      {versions => (
        <>
          <p className={styles.note}>
            {t('breakingChangesCard.inTheLastDays', {
              breakingDays: BREAKING_DAYS,
            })}
          </p>
          <ul className={styles.versions}>
            {versions.map(breaking => (
              <Version key={breaking.version.id} {...breaking} />
            ))}
          </ul>
        </>
      )}
    </QueryCard>
  );
}

function Version({ version, changes }: BreakingVersion) {
  const { primaryTitle } = useEntityPresentation(version.entityRef);
  const linkTo = useEntityRefLink();
  const count = version.counts?.breaking ?? changes.length;
  const shown = changes.slice(0, MAX_CHANGES);
  return (
    <li className={styles.version}>
      <div className={styles.head}>
        <Link
          href={`${linkTo(
            version.entityRef,
          )}${API_HISTORY_TAB_PATH}${historyTabSearch({
            from: version.comparedTo,
            to: version.number,
          })}`}
        >
          {primaryTitle}
          {version.version && ` ${version.version}`}
        </Link>
        <StatusBadge status="bad">
          {t('breakingChangesCard.breaking', { number: count })}
        </StatusBadge>
        <span className={styles.note}>
          <RelativeTime instant={version.createdAt} />
        </span>
      </div>
      <ul className={styles.changes}>
        {shown.map((change, index) => (
          <li key={index}>
            <Location change={change} /> {readField(change, 'message')}
          </li>
        ))}
        {count > shown.length && (
          <li>
            {t('breakingChangesCard.andMore', { number: count - shown.length })}
          </li>
        )}
      </ul>
    </li>
  );
}

/** Where the change is felt, unless the sentence begins with it. */
function Location({ change }: { change: ApiChange }) {
  const location = change.locations.at(0);
  return location === undefined ||
    readField(change, 'message').startsWith(location) ? null : (
    <code className={styles.location}>{location}</code>
  );
}
