import { ActionDialog, textStyles } from '@atrium/ui';
import type { Pod, Workload } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';
import type { RestartTarget } from './RestartTarget';

/** Props of {@link RestartDialog}. */
export interface RestartDialogProps {
  target: RestartTarget;
  pod?: Pod;
  onClose(): void;
}

/** Says what a restart will do, and does it. */
export function RestartDialog({ target, pod, onClose }: RestartDialogProps) {
  const { workload, placeTitle, restart } = target;
  return (
    <ActionDialog
      title={t(pod ? 'restartDialog.restartPodIn' : 'restartDialog.restartIn', {
        name: workload.name,
        place: placeTitle,
      })}
      action={
        pod
          ? t('restartDialog.restartThisPod')
          : t('restartDialog.restartAllPods')
      }
      failure={t('restartDialog.itWasNotRestarted')}
      change={restart}
      onConfirm={() => restart.mutate(pod, { onSuccess: onClose })}
      onClose={onClose}
    >
      {whatHappens(target, pod).map(sentence => (
        <p key={sentence} className={textStyles.text}>
          {sentence}
        </p>
      ))}
    </ActionDialog>
  );
}

function whatHappens(target: RestartTarget, pod: Pod | undefined): string[] {
  const { workload, restart } = target;
  const isUnderWay =
    workload.isRollingOut || (restart.progress && !restart.progress.isDone);
  return [
    ...(pod ? whatHappensToPod(pod) : whatHappensTo(workload)),
    ...(isUnderWay ? [t('restartDialog.anotherRestartOrRollOut')] : []),
    t('restartDialog.yourNameAndTheTime'),
  ];
}

function whatHappensTo({ kind, replicas }: Workload): string[] {
  const count = replicas?.desired ?? 0;
  return count === 1
    ? [
        t('restartDialog.kubernetesReplacesItsPodBy', { kind }),
        t('restartDialog.withOnePodOnlyIt'),
      ]
    : [t('restartDialog.kubernetesReplacesItsPodsBy', { number: count, kind })];
}

function whatHappensToPod({ name, isReady }: Pod): string[] {
  return [
    t('restartDialog.kubernetesStopsThePodAnd', { name }),
    isReady
      ? t('restartDialog.untilTheNewOneIs')
      : t('restartDialog.itIsNotReadyNow'),
  ];
}
