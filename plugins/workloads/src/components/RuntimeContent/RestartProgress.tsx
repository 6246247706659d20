import { StatusBadge } from '@atrium/ui';
import type { ReplacementProgress } from '../../runtime/Replacement';
import styles from './WorkloadView.module.css';

/** How far the restart that one asked for has come. */
export function RestartProgress(props: {
  progress: ReplacementProgress | undefined;
}) {
  const { progress } = props;
  return (
    // Always there, so that what it comes to say is read out.
    <div role="status" className={styles.progress}>
      {progress && (
        <StatusBadge status={progress.isDone ? 'good' : 'running'}>
          {describe(progress)}
        </StatusBadge>
      )}
    </div>
  );
}

function describe({ total, gone, isDone }: ReplacementProgress): string {
  if (isDone) {
    return total === 1
      ? 'Restarted: the pod is replaced and the new one is ready'
      : `Restarted: all ${total} pods are replaced and ready`;
  }
  if (gone < total) {
    return `Restarting: ${gone} of ${total} pods are replaced`;
  }
  return total === 1
    ? 'Restarting: the pod is replaced, not all pods are ready yet'
    : `Restarting: all ${total} pods are replaced, not all are ready yet`;
}
