import { useMemo, useReducer } from 'react';
import { type CheckedText, problemsOfChange } from '@atrium/common/yaml';
import {
  type OpenSloProblem,
  readOpenSloFile,
  SLO_YAML,
  type SloProposalCheck,
  type SloProposalDraft,
} from '@atrium/plugin-slo-common';
import { useTextCheck } from '@atrium/ui/editor';
import type { SloForm } from '../form/sloForm';
import {
  contextOf,
  editorReducer,
  openEditor,
  type OpenEditorOptions,
} from '../components/SloEditor/state/editorState';
import { missingFields } from '../components/SloEditor/state/missingFields';
import { useSloCheck } from './useSloProposal';

/** An SLO that is being written, and what is wrong with it. */
export function useSloEditor(
  draft: SloProposalDraft,
  options: OpenEditorOptions,
) {
  const [state, dispatch] = useReducer(editorReducer, undefined, () =>
    openEditor(draft, options),
  );
  const { text, initialText, around, form, file } = state;
  const { sharedDocuments } = state.draft;
  const context = useMemo(
    () => contextOf(state.draft, around),
    [around, state.draft],
  );
  const found = useMemo(() => {
    const read = (content: string): CheckedText<OpenSloProblem> => ({
      text: content,
      problems:
        content === ''
          ? []
          : readOpenSloFile(content, { sharedDocuments }).problems,
    });
    const after = read(text);
    const missing = form ? missingFields(form, { context, text }) : [];
    return problemsOfChange(
      {
        before: read(file.content),
        after: { ...after, problems: [...after.problems, ...missing] },
      },
      SLO_YAML,
    );
  }, [context, file.content, form, sharedDocuments, text]);

  const check = useSloCheck();
  // The backend also asks the sources.
  const { problems, findProblems } = useTextCheck<SloProposalCheck>({
    text,
    found,
    ask: content =>
      check.mutateAsync({
        entityRef: draft.entityRef,
        path: file.path,
        content,
      }),
  });

  return {
    state,
    context,
    problems,
    check,
    findProblems,
    isDirty: text !== initialText,
    fill: (filled: SloForm) => dispatch({ type: 'fill', form: filled }),
    write: (written: string) => dispatch({ type: 'write', text: written }),
    rebase: (newest: SloProposalDraft) =>
      dispatch({ type: 'rebase', draft: newest }),
  };
}
