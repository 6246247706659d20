import {
  EntityRefLink,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import {
  type DataColumn,
  readField,
  type Status,
  StatusBadge,
  textStyles,
} from '@atrium/ui';
import type {
  WorkloadProblem,
  WorkloadRow,
} from '@atrium/plugin-workloads-common';
import { placeIdOf } from '../../runtime/Place';
import { t } from '../../translation';
import { HealthBadge } from '../shared/HealthBadge';
import { PROBLEM_WORDS } from './problemWords';
import styles from './WorkloadsPage.module.css';

/** Worst first, as people who sort by it expect. */
const HEALTH_ORDER: WorkloadRow['health'][] = [
  'degraded',
  'progressing',
  'stopped',
  'healthy',
];

/** The columns of the list of workloads. */
export const WORKLOAD_COLUMNS: DataColumn<WorkloadRow>[] = [
  {
    id: 'workload',
    get title() {
      return t('workloadColumns.workload');
    },
    sortBy: ({ name }) => name,
    cell: row => (
      <>
        <WorkloadName row={row} />
        <div className={`${textStyles.muted} ${textStyles.nowrap}`}>
          {t('workloadColumns.in', {
            kind: row.kind,
            namespace: row.namespace,
          })}
        </div>
      </>
    ),
  },
  {
    id: 'state',
    get title() {
      return t('workloadColumns.state');
    },
    sortBy: ({ health }) => HEALTH_ORDER.indexOf(health),
    cell: row => (
      <>
        <HealthBadge health={row.health} />
        {row.health !== 'healthy' && (
          <div className={`${textStyles.muted} ${styles.reason}`}>
            {readField(row, 'healthReason')}
          </div>
        )}
      </>
    ),
  },
  {
    id: 'pods',
    get title() {
      return t('workloadColumns.podsReady');
    },
    isNumber: true,
    sortBy: ({ replicas }) => replicas?.ready ?? -1,
    cell: ({ replicas }) =>
      replicas &&
      t('workloadColumns.of', {
        ready: replicas.ready,
        desired: replicas.desired,
      }),
  },
  {
    id: 'cluster',
    get title() {
      return t('workloadColumns.cluster');
    },
    sortBy: ({ cluster }) => cluster,
    cell: ({ cluster, environment }) => (
      <>
        <span className={textStyles.nowrap}>{cluster}</span>
        {/* Most clusters have the name of their environment in their own. */}
        {environment && !cluster.includes(environment) && (
          <div className={textStyles.muted}>{environment}</div>
        )}
      </>
    ),
  },
  {
    id: 'owner',
    get title() {
      return t('workloadColumns.owner');
    },
    sortBy: ({ ownerRef }) => ownerRef ?? '',
    cell: row => <Owner row={row} />,
  },
  {
    id: 'version',
    get title() {
      return t('workloadColumns.version');
    },
    cell: row => <Version row={row} />,
  },
  {
    id: 'problems',
    get title() {
      return t('workloadColumns.problems');
    },
    sortBy: ({ problems }) => problems.length,
    cell: row => <Problems row={row} />,
  },
];

/** What stops people now stands out; the rest is for a quiet hour. */
const URGENT: Partial<Record<WorkloadProblem, Status>> = {
  'not-ready': 'bad',
  'version-drift': 'warning',
  'deprecated-api': 'warning',
};

function Problems({ row }: { row: WorkloadRow }) {
  return (
    <div className={styles.problems}>
      {row.problems.map(problem => (
        <Problem key={problem} problem={problem} row={row} />
      ))}
    </div>
  );
}

function Problem(props: { problem: WorkloadProblem; row: WorkloadRow }) {
  const { problem, row } = props;
  const status = URGENT[problem];
  const words = PROBLEM_WORDS[problem];
  if (!status) {
    return <span className={textStyles.muted}>{words}</span>;
  }
  return (
    <>
      <StatusBadge status={status}>{words}</StatusBadge>
      {problem === 'deprecated-api' && (
        <span className={textStyles.muted}>{row.deprecation?.apiVersion}</span>
      )}
    </>
  );
}

function WorkloadName({ row }: { row: WorkloadRow }) {
  const { name, entityRef } = row;
  const entityLink = useEntityRefLink();
  return entityRef ? (
    <Link
      href={`${entityLink(entityRef)}/runtime?${new URLSearchParams({
        place: placeIdOf(row),
      })}`}
      className={textStyles.nowrap}
    >
      {name}
    </Link>
  ) : (
    <>{name}</>
  );
}

function Owner({ row }: { row: WorkloadRow }) {
  const { ownerRef, entityRef, kubernetesId } = row;
  if (ownerRef) {
    return <EntityRefLink entityRef={ownerRef} hideIcon />;
  }
  return (
    <>
      <StatusBadge status="warning">{t('workloadColumns.unowned')}</StatusBadge>
      {!entityRef && (
        <div className={textStyles.muted}>
          {kubernetesId
            ? t('workloadColumns.noEntityHasTheId', { kubernetesId })
            : t('workloadColumns.noBackstageIoKubernetesId')}
        </div>
      )}
    </>
  );
}

function Version({ row }: { row: WorkloadRow }) {
  const { images, versionVerdict, deployedVersion } = row;
  return (
    <>
      {[...new Set(images.map(({ version }) => version))].join(', ')}
      {versionVerdict === 'different' && deployedVersion && (
        <div className={textStyles.muted}>
          {t('workloadColumns.wasDeployed', { deployedVersion })}
        </div>
      )}
    </>
  );
}
