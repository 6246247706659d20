import { Link } from '@backstage/ui';
import { formatNumber, NumberTile } from '@atrium/ui';
import type { WorkloadSummary } from '@atrium/plugin-workloads-common';
import { UNOWNED } from '../../hooks/useWorkloadFilters';
import { useWorkloadsHref } from '../../hooks/useWorkloadsHref';
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
      label: 'Not ready',
      where: { problem: 'not-ready' },
      count: problems['not-ready'],
      status: 'bad',
    },
    {
      label: 'Not as deployed',
      where: { problem: 'version-drift' },
      count: problems['version-drift'],
      status: 'warning',
    },
    {
      label: 'Unowned',
      where: { problem: UNOWNED },
      count: unowned,
      status: 'warning',
    },
    {
      label: 'Deprecated APIs',
      where: { view: 'apis' },
      count: problems['deprecated-api'] + deprecatedObjects.length,
      status: 'warning',
    },
    {
      label: 'Images without digest',
      where: { problem: 'no-digest' },
      count: problems['no-digest'],
      status: 'warning',
    },
  ];
  return (
    <div className={styles.tiles}>
      <NumberTile
        label="Workloads"
        // Nothing is known of clusters that could not be read.
        value={read > 0 ? formatNumber(totalWorkloads) : undefined}
        detail={
          read === clusters.length
            ? `In ${countOf(read, 'cluster')}`
            : `${read} of ${countOf(clusters.length, 'cluster')} read`
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
              read > 0 && 'None'
            )
          }
        />
      ))}
    </div>
  );
}

function showWords(count: number): string {
  return count === 1 ? 'Show it' : 'Show them';
}

function countOf(count: number, noun: string): string {
  return `${formatNumber(count)} ${count === 1 ? noun : `${noun}s`}`;
}
