import { useState } from 'react';
import type { Proposal } from '@atrium/common';
import type { BudgetDraft } from '@atrium/plugin-cost-common';
import { ActionDialog, QueryState, statusOf, ViewSkeleton } from '@atrium/ui';
import {
  handedOverTitle,
  HandoverState,
  handoverWords,
} from '@atrium/ui/editor';
import {
  useBudgetDraft,
  useIsBudgetRead,
  useProposeBudget,
  useReadAnew,
} from '../../hooks/useBudgets';
import { t } from '../../translation';
import { BudgetForm } from './BudgetForm';
import { type BudgetInput, toBudget, toBudgetInput } from './budgetInput';

/** What may have a budget. */
export interface BudgetSubject {
  entityRef: string;
  /** What it is called. */
  title: string;
}

/** Props of {@link BudgetDialog}. */
export interface BudgetDialogProps extends BudgetSubject {
  onClose(): void;
}

/** Sets what something may cost in a month, by a change of the file it is defined in. */
export function BudgetDialog(props: BudgetDialogProps) {
  const { entityRef, onClose, title } = props;
  const draft = useBudgetDraft(entityRef);
  const propose = useProposeBudget();
  const [typed, setTyped] = useState<BudgetInput>();
  const [isSent, setIsSent] = useState(false);
  const [handedOver, setHandedOver] = useState<Proposal>();
  if (handedOver) {
    return <BudgetHandedOver {...props} proposal={handedOver} />;
  }
  const input =
    typed ??
    (draft.data && toBudgetInput(draft.data.written, draft.data.currencies));
  const budget = input && toBudget(input);
  function send({ file }: BudgetDraft) {
    setIsSent(true);
    if (budget !== undefined) {
      propose.mutate(
        { entityRef, base: file.base, budget },
        { onSuccess: setHandedOver },
      );
    }
  }
  return (
    <ActionDialog
      title={t('budgetDialog.monthlyBudgetOf', { title })}
      action={
        draft.data
          ? handoverWords(draft.data).action
          : t('budgetDialog.propose')
      }
      failure={t('budgetDialog.theBudgetWasNotChanged')}
      change={
        statusOf(propose.error) === 409
          ? { ...propose, error: new Error(t('budgetDialog.somebodyElse')) }
          : propose
      }
      isDisabled={!draft.data || draft.data.isRefused}
      onConfirm={() => draft.data && send(draft.data)}
      onClose={onClose}
    >
      <QueryState query={draft} loading={<ViewSkeleton height={180} />}>
        {data =>
          input && (
            <BudgetForm
              draft={data}
              input={input}
              isChecked={isSent}
              onChange={setTyped}
            />
          )
        }
      </QueryState>
    </ActionDialog>
  );
}

function BudgetHandedOver(props: BudgetDialogProps & { proposal: Proposal }) {
  const { entityRef, onClose, proposal } = props;
  const readAnew = useReadAnew();
  const isRead = useIsBudgetRead(entityRef, proposal.handover === 'commit');
  function close() {
    readAnew();
    onClose();
  }
  return (
    <ActionDialog
      title={handedOverTitle(proposal)}
      action={t('budgetDialog.done')}
      cancel={t('budgetDialog.close')}
      failure=""
      change={{ isPending: false, error: null }}
      onConfirm={close}
      onClose={close}
    >
      <HandoverState
        proposal={proposal}
        isRead={isRead}
        readWords={t('budgetDialog.itCountsFromNow')}
      />
    </ActionDialog>
  );
}
