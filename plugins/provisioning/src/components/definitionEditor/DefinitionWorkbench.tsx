import { useEffect } from 'react';
import type { Proposal, ProposalDraft, ProposalFile } from '@atrium/common';
import type {
  DefinitionProposalQuery,
  Definitions,
} from '@atrium/plugin-provisioning-common';
import { FileWorkbench, HandOverDialog } from '@atrium/ui/editor';
import { DefinitionForm } from '../../definitionForm/DefinitionForm';
import {
  type DefinitionValue,
  type OpenedDefinition,
  startLineOf,
} from '../../definitionForm/definitionEditor';
import { useDefinitionEditor } from '../../hooks/useDefinitionEditor';
import {
  useFreshDefinitionDraft,
  useProposeDefinition,
} from '../../hooks/useDefinitionProposal';
import { t } from '../../translation';
import { EffectsPanel } from './effects/EffectsPanel';
import { DefinitionFields } from './fields/DefinitionFields';

/** Props of {@link DefinitionWorkbench}. */
export interface DefinitionWorkbenchProps {
  definitions: Definitions;
  draft: ProposalDraft;
  file: ProposalFile;
  opened: OpenedDefinition;
  query: DefinitionProposalQuery;
  /** Says what the definition is by now. */
  onChange(value: DefinitionValue): void;
  onHandedOver(proposal: Proposal): void;
}

/** The form of a definition and the file it writes, side by side. */
export function DefinitionWorkbench(props: DefinitionWorkbenchProps) {
  const { definitions, draft, opened, query } = props;
  const { onChange, onHandedOver } = props;
  const editor = useDefinitionEditor(draft, props);
  const proposal = useProposeDefinition();
  const fresh = useFreshDefinitionDraft(query);
  const { state, problems, effects, isCurrent } = editor;
  const { file, text, value } = state;
  const isNew = 'value' in opened;
  useEffect(() => {
    if (value) {
      onChange(value);
    }
  }, [value, onChange]);
  const name = value?.metadata.name ?? ('name' in opened ? opened.name : '');
  const documentIndex = state.index;
  const panel = (
    <EffectsPanel
      effects={effects}
      definitions={definitions}
      isCurrent={isCurrent}
    />
  );
  return (
    <FileWorkbench
      title={
        isNew
          ? t('definitionWorkbench.newDefinition')
          : t('definitionWorkbench.edit', { name: String(name) })
      }
      draft={state.draft}
      file={file}
      text={text}
      problems={problems}
      isDirty={editor.isDirty}
      hasFields={value !== undefined}
      startLine={startLineOf(state)}
      check={editor.check}
      findProblems={editor.findProblems}
      onWrite={editor.write}
      renderForm={isChecked => (
        <DefinitionFields
          form={
            value &&
            new DefinitionForm({
              value,
              problems: isChecked
                ? problems.own.filter(
                    problem =>
                      documentIndex === undefined ||
                      problem.documentIndex === documentIndex,
                  )
                : [],
              onChange: editor.fill,
            })
          }
          definitions={definitions}
          isNew={isNew}
        />
      )}
      renderReview={close => (
        <HandOverDialog
          draft={state.draft}
          file={file}
          text={text}
          // A message of a commit, which is English like the others.
          subject={t(
            isNew
              ? 'definitionWorkbench.addTheDefinition'
              : 'definitionWorkbench.changeTheDefinition',
            { name: String(name) },
          ).trim()}
          note={
            query.newPath === file.path &&
            t('definitionWorkbench.theSameChangeNamesThe')
          }
          propose={input => proposal.mutateAsync({ ...input, ...query })}
          readDraft={() => fresh.mutateAsync()}
          onRebase={editor.rebase}
          onHandedOver={onHandedOver}
          onClose={close}
        >
          {panel}
        </HandOverDialog>
      )}
    >
      {panel}
    </FileWorkbench>
  );
}
