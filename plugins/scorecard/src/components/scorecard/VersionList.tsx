import type { ScorecardDetails } from '@atrium/plugin-scorecard-common';
import { formatDateTime, ScrollRegion, textStyles } from '@atrium/ui';
import styles from './scorecard.module.css';

/** The versions of a scorecard, and what changed with each. */
export function VersionList({ scorecard }: { scorecard: ScorecardDetails }) {
  return (
    <ol className={styles.versions} aria-label="Versions, the newest first">
      {scorecard.versions.map(version => (
        <li key={version.version} className={styles.version}>
          <div className={textStyles.ends}>
            <h3 className={textStyles.title}>Version {version.version}</h3>
            <span className={textStyles.muted}>
              {formatDateTime(version.publishedAt)}
              {version.commit && `, commit ${version.commit.slice(0, 7)}`}
            </span>
          </div>
          {version.changes.length > 0 ? (
            <ul className={styles.changes}>
              {version.changes.map(change => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          ) : (
            <p className={textStyles.muted}>The first version</p>
          )}
          <details>
            <summary className={styles.yaml}>Show the file</summary>
            <ScrollRegion
              label={`File of version ${version.version}`}
              className={styles.file}
            >
              <pre>{version.content}</pre>
            </ScrollRegion>
          </details>
        </li>
      ))}
    </ol>
  );
}
