import {
  type DataColumn,
  DataTable,
  formatNumber,
  RelativeTime,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import {
  type Pod,
  podStatus,
  type Workload,
} from '@atrium/plugin-workloads-common';
import { t } from '../../translation';
import { RestartButton } from './RestartButton';
import type { RestartTarget } from './RestartTarget';
import styles from './WorkloadView.module.css';

/** Props of {@link PodTable}. */
export interface PodTableProps {
  workload: Workload;
  /** Undefined where nothing may be restarted. */
  target?: RestartTarget;
}

const COLUMNS: DataColumn<Pod>[] = [
  {
    id: 'pod',
    get title() {
      return t('podTable.pod');
    },
    cell: ({ name }) => (
      <div className={`${textStyles.mono} ${styles.podName}`}>{name}</div>
    ),
  },
  {
    id: 'status',
    get title() {
      return t('podTable.status');
    },
    cell: pod => <PodState pod={pod} />,
  },
  {
    id: 'restarts',
    get title() {
      return t('podTable.restarts');
    },
    cell: pod => <Restarts pod={pod} />,
  },
  {
    id: 'version',
    get title() {
      return t('podTable.version');
    },
    cell: ({ versions }) => versions.join(', '),
  },
  {
    id: 'age',
    get title() {
      return t('podTable.created');
    },
    cell: ({ createdAt }) => (
      <span className={textStyles.nowrap}>
        <RelativeTime instant={createdAt} />
      </span>
    ),
  },
  {
    id: 'node',
    get title() {
      return t('podTable.node');
    },
    cell: ({ node }) => node,
  },
];

/** The pods of a workload, with how often and why they restarted. */
export function PodTable({ workload, target }: PodTableProps) {
  if (workload.pods.length === 0) {
    return null;
  }
  return (
    <DataTable
      label={t('podTable.podsOf', { name: workload.name })}
      columns={
        target
          ? [
              ...COLUMNS,
              {
                id: 'restart',
                title: t('podTable.restart'),
                cell: pod => (
                  <div className={styles.inRow}>
                    <RestartButton target={target} pod={pod} />
                  </div>
                ),
              },
            ]
          : COLUMNS
      }
      items={workload.pods}
      keyOf={({ name }) => name}
    />
  );
}

function PodState({ pod }: { pod: Pod }) {
  const isReadyOrOver = pod.isReady || pod.phase === 'Succeeded';
  return (
    <>
      <StatusBadge status={podStatus(pod, new Date())}>
        {pod.status}
        {!isReadyOrOver && !pod.isTerminating && t('podTable.notReady')}
      </StatusBadge>
      {pod.message && (
        <div className={`${textStyles.muted} ${styles.reason}`}>
          {pod.message}
        </div>
      )}
    </>
  );
}

function Restarts({ pod: { restarts, lastTermination } }: { pod: Pod }) {
  if (restarts === 0 && !lastTermination) {
    return <span className={textStyles.muted}>{t('podTable.none')}</span>;
  }
  return (
    <>
      {formatNumber(restarts)}
      {lastTermination && (
        <div className={`${textStyles.muted} ${styles.reason}`}>
          {t('podTable.exitCode', {
            reason: lastTermination.reason,
            exitCode: lastTermination.exitCode,
          })}
          {lastTermination.at && (
            <>
              , <RelativeTime instant={lastTermination.at} />
            </>
          )}
        </div>
      )}
    </>
  );
}
