import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ActionDialog, textStyles } from '@atrium/ui';
import type { Agreement } from '@atrium/plugin-sla-common';
import type { SloSummary } from '@atrium/plugin-slo-common';
import { useSaveAgreement } from '../../hooks/useAgreements';
import { agreementRouteRef } from '../../routes';
import { t } from '../../translation';
import { toDraft, toTerms } from './AgreementDraft';
import { CreditFields } from './CreditFields';
import { MeasureFields } from './MeasureFields';
import { TermFields } from './TermFields';

/** Props of {@link AgreementDialog}. */
export interface AgreementDialogProps {
  /** What it can be measured by; at least one. */
  slos: SloSummary[];
  /** The agreement to change; a new one when undefined. */
  agreement?: Agreement;
  onClose(): void;
}

/** Writes down what was agreed with a customer. */
export function AgreementDialog(props: AgreementDialogProps) {
  const { slos, agreement, onClose } = props;
  const navigate = useNavigate();
  const agreementLink = useRouteRef(agreementRouteRef);
  const [isChecked, setIsChecked] = useState(false);
  const [draft, setDraft] = useState(() => toDraft(agreement, slos));
  const save = useSaveAgreement(agreement?.id);
  const { terms, problems } = toTerms(draft);
  const fields = {
    draft,
    problems: isChecked ? problems : {},
    onChange: (changes: Partial<typeof draft>) =>
      setDraft({ ...draft, ...changes }),
  };

  function submit() {
    setIsChecked(true);
    if (terms) {
      save.mutate(terms, {
        onSuccess: ({ id }) => {
          onClose();
          if (agreementLink) {
            navigate(agreementLink({ agreementId: id }));
          }
        },
      });
    }
  }

  return (
    <ActionDialog
      title={
        agreement
          ? t('agreementDialog.change', { name: agreement.name })
          : t('agreementDialog.newAgreement')
      }
      action={t('agreementDialog.save')}
      failure={t('agreementDialog.itWasNotSaved')}
      change={save}
      width={640}
      onConfirm={submit}
      onClose={onClose}
    >
      {agreement && (
        <p className={textStyles.muted}>
          {t('agreementDialog.monthsThatAreNotClosed')}
        </p>
      )}
      <MeasureFields {...fields} slos={slos} />
      <TermFields {...fields} />
      <CreditFields {...fields} />
    </ActionDialog>
  );
}
