import { useState } from 'react';
import { Button, TextField } from '@backstage/ui';
import type {
  Leftover,
  LeftoverRemoval,
} from '@atrium/plugin-provisioning-common';
import { ActionDialog, textStyles } from '@atrium/ui';
import { useRemoveLeftover } from '../../hooks/useLeftovers';

/** What can be done about a leftover here, or why nothing can. */
export function RemoveLeftover({ leftover }: { leftover: Leftover }) {
  const [isOpen, setIsOpen] = useState(false);
  const { isRemovable, kind, providerName } = leftover;
  if (kind === 'unused') {
    return (
      <span className={textStyles.muted}>Delete the resource on its page</span>
    );
  }
  if (!isRemovable) {
    return (
      <span className={textStyles.muted}>
        Not proven to be ours: remove it at the provider
      </span>
    );
  }
  return (
    <>
      <Button
        variant="secondary"
        size="small"
        aria-label={`Remove ${providerName}`}
        onPress={() => setIsOpen(true)}
      >
        Remove
      </Button>
      {isOpen && (
        <RemovalDialog leftover={leftover} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

function RemovalDialog(props: { leftover: Leftover; onClose(): void }) {
  const { leftover, onClose } = props;
  const { driver, location, providerName, reason } = leftover;
  const [confirmName, setConfirmName] = useState('');
  const [removal, setRemoval] = useState<LeftoverRemoval>();
  const remove = useRemoveLeftover();
  if (removal) {
    return (
      <ActionDialog
        title={`${providerName} is gone`}
        action="Done"
        cancel="Close"
        failure=""
        change={{ isPending: false, error: null }}
        onConfirm={onClose}
        onClose={onClose}
      >
        <p role="status" className={textStyles.text}>
          Removed and checked to be gone: {removal.removed.join(', ')}.
          {removal.snapshot && ` A snapshot was kept: ${removal.snapshot}.`}
        </p>
      </ActionDialog>
    );
  }
  return (
    <ActionDialog
      title={`Remove ${providerName}?`}
      action="Remove permanently"
      failure="It was not removed"
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
        {providerName} at {location} goes, with its accounts and all data in it.{' '}
        {reason}. This cannot be undone.
      </p>
      <TextField
        label={`Type ${providerName} to confirm`}
        autoComplete="off"
        value={confirmName}
        onChange={setConfirmName}
      />
    </ActionDialog>
  );
}
