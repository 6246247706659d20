import { useMemo } from 'react';
import type {
  ApiChange,
  ApiDiff,
  ChangeSeverity,
} from '@atrium/plugin-api-history-common';
import { type StatusWords, StatusBadge } from '@atrium/ui';
import { type ChangeGroup, groupChanges } from '../../comparison/groupChanges';
import styles from './HistoryContent.module.css';

const BADGES: Record<ChangeSeverity, StatusWords> = {
  breaking: { status: 'bad', text: 'Breaking' },
  risky: { status: 'warning', text: 'Risky' },
  compatible: { status: 'good', text: 'Compatible' },
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
            ? `${counts.breaking} breaking: consumers that follow the old definition stop working`
            : 'Nothing breaks consumers that follow the old definition'}
        </StatusBadge>
        <span className={styles.muted}>
          {counts.risky} risky, {counts.compatible} compatible
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
          {changes.length} of {total} changes are listed, the worst first.
        </p>
      )}
    </div>
  );
}

/** How many places are spelled out before the others are counted. */
const MAX_NAMED = 4;

function titleOf({ locations }: ChangeGroup): string {
  return locations.length === 0 ? 'The whole API' : locations.join(', ');
}

function Title({ locations, moreLocations }: ChangeGroup) {
  if (locations.length === 0) {
    return <>The whole API</>;
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
          and {more} more
        </span>
      )}
    </>
  );
}

function Change({ change }: { change: ApiChange }) {
  const { severity, message, path, before, after } = change;
  const { status, text } = BADGES[severity];
  return (
    <li className={styles.change}>
      <span className={styles.severity}>
        <StatusBadge status={status}>{text}</StatusBadge>
      </span>
      <div className={styles.words}>
        <p className={styles.message}>{message}</p>
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
