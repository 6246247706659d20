import { useMemo } from 'react';
import type {
  ApiChange,
  ApiDiff,
  ChangeSeverity,
} from '@atrium/plugin-api-history-common';
import { readField, type StatusWords, StatusBadge } from '@atrium/ui';
import { type ChangeGroup, groupChanges } from '../../comparison/groupChanges';
import { t } from '../../translation';
import styles from './HistoryContent.module.css';

const BADGES: Record<ChangeSeverity, StatusWords> = {
  breaking: {
    status: 'bad',
    get text() {
      return t('changeGroups.breaking');
    },
  },
  risky: {
    status: 'warning',
    get text() {
      return t('changeGroups.risky');
    },
  },
  compatible: {
    status: 'good',
    get text() {
      return t('changeGroups.compatible');
    },
  },
};

/** Props of {@link ChangeGroups}. */
export interface ChangeGroupsProps {
  diff: ApiDiff;
}

/** What changed, by where it is felt, the worst first. */
export function ChangeGroups({ diff }: ChangeGroupsProps) {
  const { changes, counts, isTruncated } = diff;
  const groups = useMemo(() => groupChanges(changes), [changes]);
  const total = counts.breaking + counts.risky + counts.compatible;
  return (
    <div className={styles.groups}>
      <p className={styles.summary}>
        <StatusBadge status={counts.breaking > 0 ? 'bad' : 'good'}>
          {counts.breaking > 0
            ? t('changeGroups.breakingConsumersThatFollowThe', {
                breaking: counts.breaking,
              })
            : t('changeGroups.nothingBreaksConsumersThatFollow')}
        </StatusBadge>
        <span className={styles.muted}>
          {t('changeGroups.riskyCompatible', {
            risky: counts.risky,
            compatible: counts.compatible,
          })}
        </span>
      </p>
      {groups.map(group => (
        <section
          key={JSON.stringify(group.locations) + group.moreLocations}
          className={styles.group}
          aria-label={titleOf(group)}
        >
          <h4 className={styles.location}>
            <Title {...group} />
          </h4>
          <ul className={styles.changes}>
            {group.changes.map((change, index) => (
              <Change key={index} change={change} />
            ))}
          </ul>
        </section>
      ))}
      {isTruncated && (
        <p className={styles.muted}>
          {t('changeGroups.ofChangesAreListedThe', {
            changesCount: changes.length,
            total,
          })}
        </p>
      )}
    </div>
  );
}

/** How many places are spelled out before the others are counted. */
const MAX_NAMED = 4;

function titleOf({ locations }: ChangeGroup): string {
  return locations.length === 0
    ? t('changeGroups.theWholeApi')
    : locations.join(', ');
}

function Title({ locations, moreLocations }: ChangeGroup) {
  if (locations.length === 0) {
    return <>{t('changeGroups.theWholeApi')}</>;
  }
  const more = Math.max(0, locations.length - MAX_NAMED) + moreLocations;
  return (
    <>
      {locations.slice(0, MAX_NAMED).map(location => (
        <code key={location}>{location}</code>
      ))}
      {more > 0 && (
        <span
          className={styles.muted}
          title={locations.slice(MAX_NAMED).join('\n')}
        >
          {t('changeGroups.andMore', { more })}
        </span>
      )}
    </>
  );
}

function Change({ change }: { change: ApiChange }) {
  const { severity, path, before, after } = change;
  const { status, text } = BADGES[severity];
  return (
    <li className={styles.change}>
      <span className={styles.severity}>
        <StatusBadge status={status}>{text}</StatusBadge>
      </span>
      <div className={styles.words}>
        <p className={styles.message}>{readField(change, 'message')}</p>
        {path && <code className={styles.path}>{path}</code>}
        {(before !== undefined || after !== undefined) && (
          <p className={styles.values}>
            {before !== undefined && <del>{before}</del>}
            {before !== undefined && after !== undefined && ' → '}
            {after !== undefined && <ins>{after}</ins>}
          </p>
        )}
      </div>
    </li>
  );
}
