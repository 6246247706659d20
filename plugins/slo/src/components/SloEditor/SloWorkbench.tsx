import type { Proposal } from '@atrium/common';
import type { SloProposalDraft } from '@atrium/plugin-slo-common';
import { FileWorkbench, HandOverDialog } from '@atrium/ui/editor';
import { locateInSlo } from '../../form/putSlo';
import { useSloEditor } from '../../hooks/useSloEditor';
import { useFreshDraft, useSloProposal } from '../../hooks/useSloProposal';
import { t } from '../../translation';
import { SloFields } from './SloFields';

/** Props of {@link SloWorkbench}. */
export interface SloWorkbenchProps {
  draft: SloProposalDraft;
  sloName?: string;
  service: string;
  onHandedOver(proposal: Proposal): void;
}

/** The form of an SLO and the file it writes, side by side. */
export function SloWorkbench(props: SloWorkbenchProps) {
  const { draft, sloName, service, onHandedOver } = props;
  const { entityRef } = draft;
  const editor = useSloEditor(draft, { sloName, service });
  const proposal = useSloProposal();
  const fresh = useFreshDraft(entityRef);
  const { state, problems } = editor;
  const { file, text, form } = state;
  const isNew = sloName === undefined;
  const title = isNew
    ? t('sloWorkbench.newSlo')
    : t('sloWorkbench.edit', { displayName: form?.displayName || sloName });
  const name = form?.name ?? sloName ?? '';
  return (
    <FileWorkbench
      title={title}
      draft={state.draft}
      file={file}
      text={text}
      problems={problems}
      isDirty={editor.isDirty}
      hasFields={form !== undefined}
      startLine={locateInSlo(text, form?.name ?? sloName).line}
      check={editor.check}
      findProblems={editor.findProblems}
      onWrite={editor.write}
      renderForm={isChecked => (
        <SloFields
          form={form}
          context={editor.context}
          problems={isChecked ? problems.own : []}
          isNew={isNew}
          onChange={editor.fill}
        />
      )}
      renderReview={close => (
        <HandOverDialog
          draft={state.draft}
          file={file}
          text={text}
          // A message of a commit, which is English like the others.
          subject={t(
            isNew ? 'sloWorkbench.addTheSlo' : 'sloWorkbench.changeTheSlo',
            { name },
          ).trim()}
          note={
            draft.annotates !== undefined &&
            t('sloWorkbench.theSameChangeNamesThe')
          }
          propose={input => proposal.mutateAsync({ ...input, entityRef })}
          readDraft={() => fresh.mutateAsync()}
          onRebase={editor.rebase}
          onHandedOver={onHandedOver}
          onClose={close}
        />
      )}
    />
  );
}
