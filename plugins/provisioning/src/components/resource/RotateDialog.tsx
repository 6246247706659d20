import { ActionDialog, textStyles } from '@atrium/ui';
import { useRotateCredentials } from '../../hooks/useResources';
import type { ResourceDialogProps } from './ResourceDialogProps';

/** Asks before credentials stop working. */
export function RotateDialog({ resource, onClose }: ResourceDialogProps) {
  const rotate = useRotateCredentials(resource.id);
  return (
    <ActionDialog
      title={`Rotate the credentials of ${resource.name}?`}
      action="Rotate credentials"
      failure="Nothing was changed"
      change={rotate}
      onConfirm={() => rotate.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={textStyles.text}>
        The present credentials stop working at once. Whatever uses them cannot
        connect until it has the new ones, which are shown once.
      </p>
    </ActionDialog>
  );
}
