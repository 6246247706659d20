import { useReducer } from 'react';
import type { ChangeProblems, ProposalDraft } from '@atrium/common';
import type { DefinitionProposalQuery } from '@atrium/plugin-provisioning-common';
import { useDebounced } from '@atrium/ui';
import {
  definitionEditorReducer,
  type DefinitionValue,
  openDefinitionEditor,
} from '../definitionForm/definitionEditor';
import {
  useDefinitionCheck,
  useDefinitionEffects,
} from './useDefinitionProposal';

const REST_MS = 400;

/** A definition that is being written, what is wrong with it, and what it would do. */
export function useDefinitionEditor(
  draft: ProposalDraft,
  options: Parameters<typeof openDefinitionEditor>[1] & {
    query: DefinitionProposalQuery;
  },
) {
  const { query } = options;
  const [state, dispatch] = useReducer(definitionEditorReducer, undefined, () =>
    openDefinitionEditor(draft, options),
  );
  const { file, text, initialText } = state;
  const rested = useDebounced(text, REST_MS);
  const effects = useDefinitionEffects({
    ...query,
    path: file.path,
    content: rested,
  });
  const check = useDefinitionCheck();

  /** Says what keeps the file from being handed over as it stands now. */
  async function findProblems(): Promise<ChangeProblems> {
    const found = await check.mutateAsync({
      ...query,
      path: file.path,
      content: text,
    });
    return found.problems;
  }

  return {
    state,
    effects,
    problems: effects.data?.problems ?? { own: [], earlier: [] },
    /** Whether that is about what is written now. */
    isCurrent:
      rested === text && !effects.isPlaceholderData && !effects.isFetching,
    check,
    findProblems,
    isDirty: text !== initialText,
    fill: (value: DefinitionValue) => dispatch({ type: 'fill', value }),
    write: (written: string) => dispatch({ type: 'write', text: written }),
    rebase: (newest: ProposalDraft) =>
      dispatch({ type: 'rebase', draft: newest }),
  };
}
