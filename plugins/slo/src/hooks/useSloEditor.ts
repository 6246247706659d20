import { useMemo, useReducer } from 'react';
import {
  parseOpenSlo,
  readOpenSloFile,
  type SloForm,
  type SloProposalDraft,
} from '@atrium/plugin-slo-common';
import {
  editorReducer,
  openEditor,
  type OpenEditorOptions,
} from '../components/SloEditor/state/editorState';
import { missingQueries } from '../components/SloEditor/state/missingQueries';

/** An SLO that is being written, and what is wrong with it. */
export function useSloEditor(
  draft: SloProposalDraft,
  options: OpenEditorOptions,
) {
  const [state, dispatch] = useReducer(editorReducer, undefined, () =>
    openEditor(draft, options),
  );
  const { text, initialText, around, form } = state;
  const { sharedDocuments, sourceTypes } = state.draft;
  const context = useMemo(
    () => ({
      documents: [...parseOpenSlo(around).documents, ...sharedDocuments],
      sourceTypes,
    }),
    [around, sharedDocuments, sourceTypes],
  );
  const problems = useMemo(
    () => [
      ...readOpenSloFile(text, { sharedDocuments }).problems,
      ...(form ? missingQueries(form, { context, text }) : []),
    ],
    [context, form, sharedDocuments, text],
  );
  return {
    state,
    context,
    problems,
    isDirty: text !== initialText,
    fill: (filled: SloForm) => dispatch({ type: 'fill', form: filled }),
    write: (written: string) => dispatch({ type: 'write', text: written }),
    rebase: (newest: SloProposalDraft) =>
      dispatch({ type: 'rebase', draft: newest }),
  };
}
