import { RiAlertFill, RiCloseCircleFill } from '@remixicon/react';
import type {
  ClusterProblem,
  ClusterReading,
} from '@atrium/plugin-workloads-common';
import { t } from '../../translation';
import { describeProblem } from './clusterWords';
import styles from './ClusterNotices.module.css';

/** Says which cluster, or what of it, could not be read and why. */
export function ClusterNotices({ clusters }: { clusters: ClusterReading[] }) {
  const notices = clusters.flatMap(reading =>
    reading.problems.map(problem => ({ reading, problem })),
  );
  if (notices.length === 0) {
    return null;
  }
  return (
    <ul
      className={styles.notices}
      aria-label={t('clusterNotices.clustersWithProblems')}
    >
      {notices.map(({ reading, problem }) => (
        <Notice
          key={[
            reading.cluster,
            problem.kind,
            problem.namespace,
            ...problem.resources,
          ].join(' ')}
          reading={reading}
          problem={problem}
        />
      ))}
    </ul>
  );
}

function Notice(props: { reading: ClusterReading; problem: ClusterProblem }) {
  const { reading, problem } = props;
  const isLost = reading.status === 'not-read';
  const Icon = isLost ? RiCloseCircleFill : RiAlertFill;
  return (
    <li className={styles.notice} data-status={isLost ? 'bad' : 'warning'}>
      <Icon size={16} className={styles.icon} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>
          {describeProblem(reading.title ?? reading.cluster, problem)}
        </p>
        <p className={styles.message}>{problem.message}</p>
        {problem.detail && (
          <details className={styles.detail}>
            <summary>{t('clusterNotices.whatTheClusterSaid')}</summary>
            {problem.detail}
          </details>
        )}
      </div>
    </li>
  );
}
