import { useState } from 'react';
import { TextField } from '@backstage/ui';
import { ActionDialog, textStyles } from '@atrium/ui';
import { useDeleteResource } from '../../hooks/useResources';
import { t } from '../../translation';
import { DELETION_WORDS } from '../../words/leaseWords';
import type { ResourceDialogProps } from './ResourceDialogProps';

/** Asks for the name before a resource and its data are gone. */
export function DeleteDialog({ resource, onClose }: ResourceDialogProps) {
  const { id, name, environment, deletion } = resource;
  const [confirmName, setConfirmName] = useState('');
  const [reason, setReason] = useState('');
  const remove = useDeleteResource(id);
  return (
    <ActionDialog
      title={t('deleteDialog.delete', { name })}
      action={t('deleteDialog.deletePermanently')}
      failure={t('deleteDialog.nothingWasDeleted')}
      change={remove}
      isDisabled={confirmName !== name}
      onConfirm={() =>
        remove.mutate(
          { confirmName, reason: reason.trim() || undefined },
          { onSuccess: onClose },
        )
      }
      onClose={onClose}
    >
      <p className={textStyles.text}>
        {t('deleteDialog.inIsTakenAwayFrom', {
          name,
          environment,
          deletion: DELETION_WORDS[deletion],
        })}
      </p>
      <TextField
        label={t('deleteDialog.typeToConfirm', { name })}
        autoComplete="off"
        value={confirmName}
        onChange={setConfirmName}
      />
      <TextField
        label={t('deleteDialog.reason')}
        secondaryLabel={t('deleteDialog.optional')}
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}
