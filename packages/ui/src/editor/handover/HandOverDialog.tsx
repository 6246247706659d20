import { type ReactNode, useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import type {
  CreateProposal,
  Proposal,
  ProposalDraft,
  ProposalFile,
} from '@atrium/common';
import { useMutation } from '@tanstack/react-query';
import { DiffTable } from '../../diff/DiffTable';
import { ActionDialog } from '../../dialog/ActionDialog';
import { statusOf } from '../../http/statusOf';
import textStyles from '../../layout/text.module.css';
import { errorMessage } from '../../states/errorMessage';
import { t } from '../../translation';
import { handoverWords } from './handoverWords';
import { lineChanges } from './lineChanges';
import styles from './handover.module.css';

/** Props of {@link HandOverDialog}. */
export interface HandOverDialogProps<D extends ProposalDraft> {
  draft: D;
  /** The file that is edited, as it is in the repository. */
  file: ProposalFile;
  /** The whole file as it would be handed over. */
  text: string;
  /** What the message says until somebody changes it. */
  subject: string;
  /** What else the same change does: `It also names the file.` */
  note?: ReactNode;
  /** What would come of the change, below what it changes. */
  children?: ReactNode;
  /** Hands it over. A 409 means that the file has changed meanwhile. */
  propose(proposal: CreateProposal): Promise<Proposal>;
  /** Reads anew what is in the repository. */
  readDraft(): Promise<D>;
  /** Puts the change on top of what is in the repository by now. */
  onRebase(draft: D): void;
  onHandedOver(proposal: Proposal): void;
  onClose(): void;
}

/** Shows what would change, and hands it over. */
export function HandOverDialog<D extends ProposalDraft>(
  props: HandOverDialogProps<D>,
) {
  const { draft, file, text, subject, note, children } = props;
  const { propose, readDraft, onRebase, onHandedOver, onClose } = props;
  const [message, setMessage] = useState(subject);
  const proposal = useMutation({ mutationFn: propose });
  const fresh = useMutation({ mutationFn: () => readDraft() });
  const words = handoverWords(draft);
  const isSame = text === file.content;
  const isOutdated = statusOf(proposal.error) === 409;

  function submit() {
    const { path, base } = file;
    proposal.mutate(
      { path, base, content: text, message: message.trim() },
      { onSuccess: onHandedOver },
    );
  }

  function rebase() {
    fresh.mutate(undefined, {
      onSuccess: newest => {
        proposal.reset();
        onRebase(newest);
      },
    });
  }

  return (
    <ActionDialog
      title={words.question}
      action={words.action}
      cancel={t('handOverDialog.goOnWriting')}
      failure={t('handOverDialog.theChangeWasNotProposed')}
      change={isOutdated ? { ...proposal, error: null } : proposal}
      isDisabled={isSame || message.trim() === '' || isOutdated}
      width={860}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className={textStyles.muted}>
        {words.what} {note}
      </p>
      {isSame ? (
        <p role="status">{t('handOverDialog.theRepositorySaysThisAlready')}</p>
      ) : (
        <DiffTable
          label={t('handOverDialog.changesOf', { path: file.path })}
          hunks={lineChanges(file.content, text)}
        />
      )}
      {children}
      <TextAreaField
        label={t('handOverDialog.message')}
        rows={2}
        value={message}
        onChange={setMessage}
      />
      {isOutdated && (
        <div role="alert" className={styles.failure}>
          <p className={textStyles.bad}>
            {t('handOverDialog.somebodyChangedTheFileMeanwhile')}
          </p>
          <Button
            variant="secondary"
            size="small"
            isPending={fresh.isPending}
            onPress={rebase}
          >
            {t('handOverDialog.reapplyMyChanges')}
          </Button>
          {fresh.error && (
            <p className={textStyles.bad}>{errorMessage(fresh.error)}</p>
          )}
        </div>
      )}
    </ActionDialog>
  );
}
