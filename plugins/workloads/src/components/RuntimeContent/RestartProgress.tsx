import { StatusBadge } from '@atrium/ui';
import type { ReplacementProgress } from '../../runtime/Replacement';
import { t } from '../../translation';
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
    return t('restartProgress.restartedAllPodsAreReplaced', { count: total });
  }
  if (gone < total) {
    return t('restartProgress.restartingOfPodsAreReplaced', { gone, total });
  }
  return t('restartProgress.restartingAllPodsAreReplaced', { count: total });
}
