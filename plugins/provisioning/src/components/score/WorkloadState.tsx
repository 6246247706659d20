import type {
  RunningWorkload,
  ScoreDeployment,
} from '@atrium/plugin-provisioning-common';
import { readField, type Status, StatusBadge, textStyles } from '@atrium/ui';
import { t } from '../../translation';

const WORDS: Record<
  RunningWorkload['state'],
  { label: string; status: Status }
> = {
  running: {
    get label() {
      return t('workloadState.running');
    },
    status: 'good',
  },
  'rolling-out': {
    get label() {
      return t('workloadState.rollingOut');
    },
    status: 'running',
  },
  failed: {
    get label() {
      return t('workloadState.notRunning');
    },
    status: 'bad',
  },
};

/** Where a workload goes in an environment, and how it does there. */
export function WorkloadState({ deployment }: { deployment: ScoreDeployment }) {
  const { place, workload } = deployment;
  const problem = readField(deployment, 'problem');
  if (!place) {
    return (
      <p className={textStyles.muted}>{t('workloadState.noClusterIsSetUp')}</p>
    );
  }
  return (
    <div>
      {workload ? (
        <>
          <StatusBadge status={WORDS[workload.state].status}>
            {WORDS[workload.state].label}
          </StatusBadge>
          <p className={textStyles.muted}>{readField(workload, 'message')}</p>
          {workload.images.map(({ container, image }) => (
            <div key={container} className={textStyles.mono}>
              {image}
            </div>
          ))}
        </>
      ) : (
        <StatusBadge status={problem ? 'warning' : 'unknown'}>
          {problem
            ? t('workloadState.notKnown')
            : t('workloadState.notAppliedYet')}
        </StatusBadge>
      )}
      {problem && <p className={textStyles.muted}>{problem}</p>}
      <p className={textStyles.muted}>
        {t('workloadState.namespaceOf', {
          namespace: place.namespace,
          cluster: place.cluster,
        })}
      </p>
    </div>
  );
}
