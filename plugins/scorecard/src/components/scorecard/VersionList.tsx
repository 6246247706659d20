import type { ScorecardDetails } from '@atrium/plugin-scorecard-common';
import { formatDateTime, readList, ScrollRegion, textStyles } from '@atrium/ui';
import { t } from '../../translation';
import styles from './scorecard.module.css';

/** The versions of a scorecard, and what changed with each. */
export function VersionList({ scorecard }: { scorecard: ScorecardDetails }) {
  return (
    <ol
      className={styles.versions}
      aria-label={t('versionList.versionsTheNewestFirst')}
    >
      {scorecard.versions.map(version => (
        <li key={version.version} className={styles.version}>
          <div className={textStyles.ends}>
            <h3 className={textStyles.title}>
              {t('versionList.version', { version: version.version })}
            </h3>
            <span className={textStyles.muted}>
              {formatDateTime(version.publishedAt)}
              {version.commit &&
                t('versionList.commit', { hash: version.commit.slice(0, 7) })}
            </span>
          </div>
          {version.changes.length > 0 ? (
            <ul className={styles.changes}>
              {readList(version, 'changes').map(change => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          ) : (
            <p className={textStyles.muted}>
              {t('versionList.theFirstVersion')}
            </p>
          )}
          <details>
            <summary className={styles.yaml}>
              {t('versionList.showTheFile')}
            </summary>
            <ScrollRegion
              label={t('versionList.fileOfVersion', {
                version: version.version,
              })}
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
