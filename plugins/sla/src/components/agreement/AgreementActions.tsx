import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { ActionDialog, textStyles } from '@atrium/ui';
import type { Agreement } from '@atrium/plugin-sla-common';
import { useDeleteAgreement } from '../../hooks/useAgreements';
import { useEntitySlos } from '../../hooks/useSlos';
import { agreementsRouteRef } from '../../routes';
import { t } from '../../translation';
import { AgreementDialog } from '../form/AgreementDialog';
import { EndDialog } from './EndDialog';

/** Props of {@link AgreementActions}. */
export interface AgreementActionsProps {
  agreement: Agreement;
  /** Whether a month was closed: then it can be ended, but not taken back. */
  hasClosed?: boolean;
}

type Action = 'edit' | 'end' | 'delete';

/** What its owners may do with an agreement. */
export function AgreementActions(props: AgreementActionsProps) {
  const { agreement, hasClosed } = props;
  const [action, setAction] = useState<Action>();
  const slos = useEntitySlos(agreement.entityRef).data?.items ?? [];
  const close = () => setAction(undefined);
  return (
    <div className={textStyles.line}>
      <Button
        variant="secondary"
        size="small"
        isDisabled={slos.length === 0}
        onPress={() => setAction('edit')}
      >
        {t('agreementActions.editTerms')}
      </Button>
      <Button variant="secondary" size="small" onPress={() => setAction('end')}>
        {t('agreementActions.endAgreement')}
      </Button>
      {!hasClosed && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setAction('delete')}
        >
          {t('agreementActions.delete')}
        </Button>
      )}
      {action === 'edit' && (
        <AgreementDialog slos={slos} agreement={agreement} onClose={close} />
      )}
      {action === 'end' && <EndDialog agreement={agreement} onClose={close} />}
      {action === 'delete' && (
        <DeleteDialog agreement={agreement} onClose={close} />
      )}
    </div>
  );
}

function DeleteDialog(props: { agreement: Agreement; onClose(): void }) {
  const { agreement, onClose } = props;
  const navigate = useNavigate();
  const listLink = useRouteRef(agreementsRouteRef);
  const change = useDeleteAgreement(agreement.id);
  return (
    <ActionDialog
      failure={t('agreementActions.nothingWasChanged')}
      title={t('agreementActions.delete2', { name: agreement.name })}
      action={t('agreementActions.deleteAgreement')}
      change={change}
      onConfirm={() =>
        change.mutate(undefined, {
          onSuccess: () => listLink && navigate(listLink()),
        })
      }
      onClose={onClose}
    >
      <p className={textStyles.text}>
        {t('agreementActions.forAnAgreementThatWas')}
      </p>
    </ActionDialog>
  );
}
