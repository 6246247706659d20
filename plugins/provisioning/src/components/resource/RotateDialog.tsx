import { ActionDialog, textStyles } from '@atrium/ui';
import { useRotateCredentials } from '../../hooks/useResources';
import { t } from '../../translation';
import type { ResourceDialogProps } from './ResourceDialogProps';

/** Asks before credentials stop working. */
export function RotateDialog({ resource, onClose }: ResourceDialogProps) {
  const rotate = useRotateCredentials(resource.id);
  return (
    <ActionDialog
      title={t('rotateDialog.rotateTheCredentialsOf', { name: resource.name })}
      action={t('rotateDialog.rotateCredentials')}
      failure={t('rotateDialog.nothingWasChanged')}
      change={rotate}
      onConfirm={() => rotate.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={textStyles.text}>
        {t('rotateDialog.thePresentCredentialsStopWorking')}
      </p>
    </ActionDialog>
  );
}
