import type {
  RunningWorkload,
  ScoreDeployment,
} from '@atrium/plugin-provisioning-common';
import { type Status, StatusBadge, textStyles } from '@atrium/ui';

const WORDS: Record<
  RunningWorkload['state'],
  { label: string; status: Status }
> = {
  running: { label: 'Running', status: 'good' },
  'rolling-out': { label: 'Rolling out', status: 'running' },
  failed: { label: 'Not running', status: 'bad' },
};

/** Where a workload goes in an environment, and how it does there. */
export function WorkloadState({ deployment }: { deployment: ScoreDeployment }) {
  const { place, problem, workload } = deployment;
  if (!place) {
    return (
      <p className={textStyles.muted}>No cluster is set up for your team</p>
    );
  }
  return (
    <div>
      {workload ? (
        <>
          <StatusBadge status={WORDS[workload.state].status}>
            {WORDS[workload.state].label}
          </StatusBadge>
          <p className={textStyles.muted}>{workload.message}</p>
          {workload.images.map(({ container, image }) => (
            <div key={container} className={textStyles.mono}>
              {image}
            </div>
          ))}
        </>
      ) : (
        <StatusBadge status={problem ? 'warning' : 'unknown'}>
          {problem ? 'Not known' : 'Not applied yet'}
        </StatusBadge>
      )}
      {problem && <p className={textStyles.muted}>{problem}</p>}
      <p className={textStyles.muted}>
        Namespace {place.namespace} of {place.cluster}
      </p>
    </div>
  );
}
