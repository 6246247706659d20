import { Link } from '@backstage/ui';
import { formatNumber, NumberTile } from '@atrium/ui';
import type { WorkloadSummary } from '@atrium/plugin-workloads-common';
import { UNOWNED, type WorkloadFilters } from '../../hooks/useWorkloadFilters';
import { useWorkloadsHref } from '../../hooks/useWorkloadsHref';
import styles from './WorkloadsPage.module.css';

interface ProblemTile {
  label: string;
  problem: NonNullable<WorkloadFilters['problem']>;
  count: number;
  status: 'bad' | 'warning';
}

/** What there is, and how much of it somebody should see to. */
export function SummaryTiles({ summary }: { summary: WorkloadSummary }) {
  const hrefOf = useWorkloadsHref();
  const { totalWorkloads, unowned, problems, clusters } = summary;
  const read = clusters.filter(({ status }) => status !== 'not-read').length;
  const tiles: ProblemTile[] = [
    {
      label: 'Not ready',
      problem: 'not-ready',
      count: problems['not-ready'],
      status: 'bad',
    },
    {
      label: 'Not as deployed',
      problem: 'version-drift',
      count: problems['version-drift'],
      status: 'warning',
    },
    {
      label: 'Unowned',
      problem: UNOWNED,
      count: unowned,
      status: 'warning',
    },
    {
      label: 'Deprecated APIs',
      problem: 'deprecated-api',
      count: problems['deprecated-api'],
      status: 'warning',
    },
    {
      label: 'Images without digest',
      problem: 'no-digest',
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
      {tiles.map(({ label, problem, count, status }) => (
        <NumberTile
          key={problem}
          label={label}
          value={read > 0 ? formatNumber(count) : undefined}
          status={count > 0 ? status : undefined}
          detail={
            count > 0 ? (
              <Link
                href={hrefOf({ problem })}
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
