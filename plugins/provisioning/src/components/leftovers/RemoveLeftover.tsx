import { useState } from 'react';
import { Button, TextField } from '@backstage/ui';
import type {
  Leftover,
  LeftoverRemoval,
} from '@atrium/plugin-provisioning-common';
import { ActionDialog, readField, readList, textStyles } from '@atrium/ui';
import { useRemoveLeftover } from '../../hooks/useLeftovers';
import { t } from '../../translation';

/** Props of {@link RemoveLeftover}. */
export interface RemoveLeftoverProps {
  leftover: Leftover;
  onRemove(leftover: Leftover): void;
}

/** What can be done about a leftover here, or why nothing can. */
export function RemoveLeftover({ leftover, onRemove }: RemoveLeftoverProps) {
  const { isRemovable, kind, providerName } = leftover;
  if (kind === 'unused') {
    return (
      <span className={textStyles.muted}>
        {t('removeLeftover.deleteTheResourceOnIts')}
      </span>
    );
  }
  if (!isRemovable) {
    return (
      <span className={textStyles.muted}>
        {t('removeLeftover.notProvenToBeOurs')}
      </span>
    );
  }
  return (
    <Button
      variant="secondary"
      size="small"
      aria-label={t('removeLeftover.remove', { providerName })}
      onPress={() => onRemove(leftover)}
    >
      {t('removeLeftover.remove2')}
    </Button>
  );
}

/** Props of {@link RemovalDialog}. */
export interface RemovalDialogProps {
  leftover: Leftover;
  onClose(): void;
}

/** Removes a leftover once its name is typed, and says what is gone. */
export function RemovalDialog(props: RemovalDialogProps) {
  const { leftover, onClose } = props;
  const { driver, location, providerName } = leftover;
  const [confirmName, setConfirmName] = useState('');
  const [removal, setRemoval] = useState<LeftoverRemoval>();
  const remove = useRemoveLeftover();
  if (removal) {
    return (
      <ActionDialog
        title={t('removeLeftover.isGone', { providerName })}
        action={t('removeLeftover.done')}
        cancel={t('removeLeftover.close')}
        failure=""
        change={{ isPending: false, error: null }}
        onConfirm={onClose}
        onClose={onClose}
      >
        <p role="status" className={textStyles.text}>
          {t('removeLeftover.removedAndCheckedToBe', {
            removed: readList(removal, 'removed').join(', '),
          })}
          {removal.snapshot &&
            ` ${t('removeLeftover.aSnapshotWasKept', {
              snapshot: readField(removal, 'snapshot') ?? removal.snapshot,
            })}`}
        </p>
      </ActionDialog>
    );
  }
  return (
    <ActionDialog
      title={t('removeLeftover.remove3', { providerName })}
      action={t('removeLeftover.removePermanently')}
      failure={t('removeLeftover.itWasNotRemoved')}
      change={remove}
      isDisabled={confirmName !== providerName}
      onConfirm={() =>
        remove.mutate(
          { driver, location, providerName, confirmName },
          { onSuccess: setRemoval },
        )
      }
      onClose={onClose}
    >
      <p className={textStyles.text}>
        {t('removeLeftover.atGoesWithItsAccounts', {
          providerName,
          location: readField(leftover, 'location'),
          reason: readField(leftover, 'reason'),
        })}
      </p>
      <TextField
        label={t('removeLeftover.typeToConfirm', { providerName })}
        autoComplete="off"
        value={confirmName}
        onChange={setConfirmName}
      />
    </ActionDialog>
  );
}
