import { useState } from 'react';
import { Button, TextAreaField } from '@backstage/ui';
import {
  ActionDialog,
  DiffTable,
  errorMessage,
  statusOf,
  textStyles,
} from '@atrium/ui';
import { useFreshDraft, useSloProposal } from '../../../hooks/useSloProposal';
import type { SloProposal, SloProposalDraft } from '@atrium/plugin-slo-common';
import type { EditorState } from '../state/editorState';
import { lineChanges } from '../state/lineChanges';
import { handoverWords, repositoryName } from './handoverWords';
import styles from './handover.module.css';

/** Props of {@link HandOverDialog}. */
export interface HandOverDialogProps {
  state: EditorState;
  /** What the message says until somebody changes it. */
  subject: string;
  onRebase(draft: SloProposalDraft): void;
  onHandedOver(proposal: SloProposal): void;
  onClose(): void;
}

/** Shows what would change, and hands it over. */
export function HandOverDialog(props: HandOverDialogProps) {
  const { state, subject, onRebase, onHandedOver, onClose } = props;
  const { draft, file, text } = state;
  const [message, setMessage] = useState(subject);
  const proposal = useSloProposal();
  const fresh = useFreshDraft(draft.entityRef);
  const words = handoverWords(draft);
  const isSame = text === file.content;
  const isOutdated = statusOf(proposal.error) === 409;

  function submit() {
    const { entityRef } = draft;
    const { path, base } = file;
    proposal.mutate(
      { entityRef, path, base, content: text, message: message.trim() },
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
      cancel="Go on writing"
      failure="It was not handed over"
      change={isOutdated ? { ...proposal, error: null } : proposal}
      isDisabled={isSame || message.trim() === '' || isOutdated}
      width={860}
      onConfirm={submit}
      onClose={onClose}
    >
      <p className={textStyles.muted}>
        {words.what} {repositoryName(draft)}, in your name.
        {draft.annotates !== undefined &&
          ' The same change names the file in catalog-info.yaml, by the annotation atrium.dev/slo.'}
      </p>
      {isSame ? (
        <p role="status">The repository says this already.</p>
      ) : (
        <DiffTable
          label={`Changes of ${file.path}`}
          hunks={lineChanges(file.content, text)}
        />
      )}
      <TextAreaField
        label="Message"
        rows={2}
        value={message}
        onChange={setMessage}
      />
      {isOutdated && (
        <div role="alert" className={styles.failure}>
          <p className={textStyles.bad}>
            Somebody changed the file meanwhile. Nothing was written, and
            nothing of yours is lost.
          </p>
          <Button
            variant="secondary"
            size="small"
            isPending={fresh.isPending}
            onPress={rebase}
          >
            Put mine on top of it
          </Button>
          {fresh.error && (
            <p className={textStyles.bad}>{errorMessage(fresh.error)}</p>
          )}
        </div>
      )}
    </ActionDialog>
  );
}
