import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiRestartLine } from '@remixicon/react';
import type { Pod } from '@atrium/plugin-workloads-common';
import { t } from '../../translation';
import { RestartDialog } from './RestartDialog';
import type { RestartTarget } from './RestartTarget';

/** Props of {@link RestartButton}. */
export interface RestartButtonProps {
  target: RestartTarget;
  /** The only pod to restart; the whole workload when undefined. */
  pod?: Pod;
}

/** Restarts a workload or a pod, once one has read what that does. */
export function RestartButton({ target, pod }: RestartButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { workload, restart } = target;
  return (
    <>
      <Button
        size="small"
        variant={pod ? 'tertiary' : 'secondary'}
        iconStart={<RiRestartLine />}
        isDisabled={pod?.isTerminating}
        aria-label={t('restartButton.restart', {
          name: pod?.name ?? workload.name,
        })}
        onPress={() => {
          // An error is that of the last try; progress goes on being shown.
          if (restart.isError) {
            restart.reset();
          }
          setIsOpen(true);
        }}
      >
        {t('restartButton.restart2')}
      </Button>
      {isOpen && (
        <RestartDialog
          target={target}
          pod={pod}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  );
}
