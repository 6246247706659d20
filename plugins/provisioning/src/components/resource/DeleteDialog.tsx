import { useState } from 'react';
import { TextField } from '@backstage/ui';
import { ActionDialog, textStyles } from '@atrium/ui';
import { useDeleteResource } from '../../hooks/useResources';
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
      title={`Delete ${name}?`}
      action="Delete permanently"
      failure="Nothing was deleted"
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
        {name} in {environment} is taken away from everybody who uses it.{' '}
        {DELETION_WORDS[deletion]}. This cannot be undone.
      </p>
      <TextField
        label={`Type ${name} to confirm`}
        autoComplete="off"
        value={confirmName}
        onChange={setConfirmName}
      />
      <TextField
        label="Reason"
        secondaryLabel="optional"
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}
