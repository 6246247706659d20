import { Link } from '@backstage/ui';
import { formatNumber, NumberTile } from '@atrium/ui';
import type { WorkloadSummary } from '@atrium/plugin-workloads-common';
import { UNOWNED } from '../../hooks/useWorkloadFilters';
import { useWorkloadsHref } from '../../hooks/useWorkloadsHref';
import { t } from '../../translation';
import styles from './WorkloadsPage.module.css';

interface ProblemTile {
  label: string;
  count: number;
  /** Where they are listed. */
  where: Parameters<ReturnType<typeof useWorkloadsHref>>[0];
  status: 'bad' | 'warning';
}

/** What there is, and how much of it somebody should see to. */
export function SummaryTiles({ summary }: { summary: WorkloadSummary }) {
  const hrefOf = useWorkloadsHref();
  const { totalWorkloads, unowned, problems, clusters } = summary;
  const { deprecatedObjects = [] } = summary;
  const read = clusters.filter(({ status }) => status !== 'not-read').length;
  const tiles: ProblemTile[] = [
    {
      label: t('summaryTiles.notReady'),
      where: { problem: 'not-ready' },
      count: problems['not-ready'],
      status: 'bad',
    },
    {
      label: t('summaryTiles.notAsDeployed'),
      where: { problem: 'version-drift' },
      count: problems['version-drift'],
      status: 'warning',
    },
    {
      label: t('summaryTiles.unowned'),
      where: { problem: UNOWNED },
      count: unowned,
      status: 'warning',
    },
    {
      label: t('summaryTiles.deprecatedApis'),
      where: { view: 'apis' },
      count: problems['deprecated-api'] + deprecatedObjects.length,
      status: 'warning',
    },
    {
      label: t('summaryTiles.imagesWithoutDigest'),
      where: { problem: 'no-digest' },
      count: problems['no-digest'],
      status: 'warning',
    },
  ];
  return (
    <div className={styles.tiles}>
      <NumberTile
        label={t('summaryTiles.workloads')}
        // Nothing is known of clusters that could not be read.
        value={read > 0 ? formatNumber(totalWorkloads) : undefined}
        detail={
          read === clusters.length
            ? t('summaryTiles.inClusters', { count: read })
            : t('summaryTiles.readOf', { read, count: clusters.length })
        }
      />
      {tiles.map(({ label, where, count, status }) => (
        <NumberTile
          key={label}
          label={label}
          value={read > 0 ? formatNumber(count) : undefined}
          status={count > 0 ? status : undefined}
          detail={
            count > 0 ? (
              <Link
                href={hrefOf(where)}
                aria-label={`${showWords(count)}: ${label}`}
              >
                {showWords(count)}
              </Link>
            ) : (
              read > 0 && t('summaryTiles.none')
            )
          }
        />
      ))}
    </div>
  );
}

function showWords(count: number): string {
  return t('summaryTiles.showThem', { count });
}
