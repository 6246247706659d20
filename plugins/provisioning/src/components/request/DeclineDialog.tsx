import { useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import type { RequestDetails } from '@atrium/plugin-provisioning-common';
import { ActionDialog } from '@atrium/ui';
import { useDeclineRequest } from '../../hooks/useRequests';

/** Props of {@link DeclineDialog}. */
export interface DeclineDialogProps {
  request: RequestDetails;
  kind: 'reject' | 'cancel';
  onClose(): void;
}

/** Asks for the reason why a request comes to nothing. */
export function DeclineDialog({ request, kind, onClose }: DeclineDialogProps) {
  const [reason, setReason] = useState('');
  const decline = useDeclineRequest(request.id, kind);
  const isRejection = kind === 'reject';
  return (
    <ActionDialog
      title={isRejection ? 'Reject this request?' : 'Cancel this request?'}
      action={isRejection ? 'Reject' : 'Cancel the request'}
      cancel="Keep it"
      failure="Nothing was changed"
      change={decline}
      isDisabled={reason.trim() === ''}
      onConfirm={() => decline.mutate(reason.trim(), { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextAreaField
        label="Reason"
        description={
          isRejection ? 'The requester reads this.' : 'Stays with the request.'
        }
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}
