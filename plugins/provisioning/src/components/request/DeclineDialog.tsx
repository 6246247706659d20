import { useState } from 'react';
import { TextAreaField } from '@backstage/ui';
import type { RequestDetails } from '@atrium/plugin-provisioning-common';
import { ActionDialog } from '@atrium/ui';
import { useDeclineRequest } from '../../hooks/useRequests';
import { t } from '../../translation';

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
      title={
        isRejection
          ? t('declineDialog.rejectThisRequest')
          : t('declineDialog.cancelThisRequest')
      }
      action={
        isRejection
          ? t('declineDialog.reject')
          : t('declineDialog.cancelTheRequest')
      }
      cancel={t('declineDialog.keepIt')}
      failure={t('declineDialog.nothingWasChanged')}
      change={decline}
      isDisabled={reason.trim() === ''}
      onConfirm={() => decline.mutate(reason.trim(), { onSuccess: onClose })}
      onClose={onClose}
    >
      <TextAreaField
        label={t('declineDialog.reason')}
        description={
          isRejection
            ? t('declineDialog.theRequesterReadsThis')
            : t('declineDialog.staysWithTheRequest')
        }
        value={reason}
        onChange={setReason}
      />
    </ActionDialog>
  );
}
