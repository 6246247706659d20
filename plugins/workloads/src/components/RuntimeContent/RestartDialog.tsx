import { ActionDialog, textStyles } from '@atrium/ui';
import type { Pod, Workload } from '@atrium/plugin-workloads-common';
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
      title={`Restart ${pod ? 'a pod of ' : ''}${
        workload.name
      } in ${placeTitle}?`}
      action={pod ? 'Restart this pod' : 'Restart all pods'}
      failure="It was not restarted"
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
    ...(isUnderWay ? ['Another restart or roll-out is under way.'] : []),
    'Your name and the time go into the audit log.',
  ];
}

function whatHappensTo({ kind, replicas }: Workload): string[] {
  const count = replicas?.desired ?? 0;
  return count === 1
    ? [
        `Kubernetes replaces its pod by a new one, with the image and settings that the ${kind} names now.`,
        'With one pod only, it may not answer for a moment.',
      ]
    : [
        `Kubernetes replaces its ${count} pods by new ones, step by step, with the image and settings that the ${kind} names now.`,
      ];
}

function whatHappensToPod({ name, isReady }: Pod): string[] {
  return [
    `Kubernetes stops the pod ${name} and starts a new one in its place.`,
    isReady
      ? 'Until the new one is ready, there is one pod less to answer.'
      : 'It is not ready now, so that nothing is lost by it but what it is doing.',
  ];
}
