import type { ApiVersion } from '@atrium/plugin-api-history-common';
import { RelativeTime } from '@atrium/ui';
import { Button, Card, CardBody, Link } from '@backstage/ui';
import { versionName } from '../../comparison/describeVersion';
import { t } from '../../translation';
import { VersionBadges } from '../VersionBadges';
import styles from './HistoryContent.module.css';

/** Enough of a commit id to know it by. */
const SHORT_COMMIT = 8;

/** Props of {@link VersionList}. */
export interface VersionListProps {
  versions: ApiVersion[];
  totalVersions: number;
  /** The number of the version whose changes are shown. */
  selected?: number;
  onSelect(version: ApiVersion): void;
  onShowMore?(): void;
  isLoadingMore: boolean;
}

/** The versions of an API, newest first; choosing one shows what it changed. */
export function VersionList(props: VersionListProps) {
  const { versions, totalVersions, selected, onSelect } = props;
  const { onShowMore, isLoadingMore } = props;
  return (
    <Card role="region" aria-label={t('versionList.versions')}>
      <CardBody className={styles.panel}>
        <h3 className={styles.heading}>
          {t('versionList.versions2', {
            text: <span className={styles.muted}>{totalVersions}</span>,
          })}
        </h3>
        <ol className={styles.versions}>
          {versions.map(version => (
            <li
              key={version.id}
              className={styles.version}
              data-selected={version.number === selected || undefined}
            >
              <button
                type="button"
                className={styles.choice}
                aria-pressed={version.number === selected}
                onClick={() => onSelect(version)}
              >
                {versionName(version)}
              </button>
              <VersionBadges version={version} />
              <span className={styles.muted}>
                <RelativeTime instant={version.createdAt} />
                {version.commit && <Commit {...version.commit} />}
              </span>
              {version.error && (
                <span className={styles.muted}>{version.error.message}</span>
              )}
            </li>
          ))}
        </ol>
        {onShowMore && (
          <Button
            variant="secondary"
            isPending={isLoadingMore}
            onPress={onShowMore}
          >
            {t('versionList.showOlderVersions')}
          </Button>
        )}
      </CardBody>
    </Card>
  );
}

function Commit({ id, url }: { id: string; url?: string }) {
  const short = id.slice(0, SHORT_COMMIT);
  return (
    <>
      {' '}
      {t('versionList.byCommit', {
        commit: url ? <Link href={url}>{short}</Link> : <code>{short}</code>,
      })}
    </>
  );
}
