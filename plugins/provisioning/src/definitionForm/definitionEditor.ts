import {
  isRecord,
  type ProposalDraft,
  type ProposalFile,
} from '@atrium/common';
import {
  appendYaml,
  editYaml,
  isSameValue,
  readYaml,
  readYamlValues,
} from '@atrium/common/yaml';

/** A definition as its file says it, which need not be valid. */
export interface DefinitionValue extends Record<string, unknown> {
  kind: 'ResourceDefinition';
  metadata: Record<string, unknown>;
  spec: Record<string, unknown>;
}

/** A definition that is being written: as a form where its file can be read. */
export interface DefinitionEditorState {
  draft: ProposalDraft;
  /** The file that is edited, as it is in the repository. */
  file: ProposalFile;
  /** The whole file as it would be handed over. */
  text: string;
  initialText: string;
  value?: DefinitionValue;
  /** What changes of the form are put into. */
  around: string;
  /** The place of the definition there; none of a new one. */
  index?: number;
}

/** What somebody does. */
export type DefinitionEditorAction =
  | { type: 'fill'; value: DefinitionValue }
  | { type: 'write'; text: string }
  | { type: 'rebase'; draft: ProposalDraft };

/**
 * What to begin with: a definition by its name, or a new one, which may have been
 * written on before, for another file.
 */
export type OpenedDefinition =
  | { name: string }
  | { value: DefinitionValue; written?: DefinitionValue };

/** Begins with a definition of the file, or with a new one. */
export function openDefinitionEditor(
  draft: ProposalDraft,
  options: { file: ProposalFile; opened: OpenedDefinition },
): DefinitionEditorState {
  const { file, opened } = options;
  const around = file.content;
  if ('name' in opened) {
    const index = findIndex(around, opened.name);
    return {
      draft,
      file,
      text: around,
      initialText: around,
      value: readDefinition(around, index),
      around,
      index,
    };
  }
  const { value, written = value } = opened;
  return {
    draft,
    file,
    text: appendYaml(around, written),
    initialText: appendYaml(around, value),
    value: written,
    around,
  };
}

/** Does what somebody does. */
export function definitionEditorReducer(
  state: DefinitionEditorState,
  action: DefinitionEditorAction,
): DefinitionEditorState {
  switch (action.type) {
    case 'fill':
      return isSameValue(action.value, state.value)
        ? state
        : withValue(state, action.value);
    case 'write':
      return withText(state, action.text);
    case 'rebase':
      return rebase(state, action.draft);
    default:
      return action satisfies never;
  }
}

/** The line at which the definition begins, counted from 1. */
export function startLineOf({ text, value }: DefinitionEditorState): number {
  const name = value?.metadata.name;
  const found = readYaml(text).find(
    document =>
      isDefinition(document.value) && document.value.metadata.name === name,
  );
  return found?.locate([]).line ?? 1;
}

function withValue(
  state: DefinitionEditorState,
  value: DefinitionValue,
): DefinitionEditorState {
  const { around, index } = state;
  const text =
    index === undefined
      ? appendYaml(around, value)
      : editYaml(around, index, value);
  return { ...state, value, text };
}

function withText(
  state: DefinitionEditorState,
  text: string,
): DefinitionEditorState {
  // Found by its name, or as the one that stands where it stood.
  const index =
    findIndex(text, state.value?.metadata.name) ??
    state.index ??
    readYamlValues(state.around).length;
  return {
    ...state,
    text,
    around: text,
    index,
    value: readDefinition(text, index),
  };
}

/** Puts the change on top of what has come into the repository meanwhile. */
function rebase(
  state: DefinitionEditorState,
  draft: ProposalDraft,
): DefinitionEditorState {
  const file =
    draft.files.find(({ path }) => path === state.file.path) ?? draft.files[0];
  const moved = { ...state, draft, file };
  if (!state.value) {
    // Somebody has to look at both; the review shows what would be lost.
    return moved;
  }
  const around = file.content;
  const before = readDefinition(state.file.content, state.index);
  const index = findIndex(
    around,
    before?.metadata.name ?? state.value.metadata.name,
  );
  return withValue({ ...moved, around, index }, state.value);
}

function findIndex(text: string, name: unknown): number | undefined {
  const index = readYamlValues(text).findIndex(
    value => isDefinition(value) && value.metadata.name === name,
  );
  return index === -1 ? undefined : index;
}

function readDefinition(
  text: string,
  index: number | undefined,
): DefinitionValue | undefined {
  const value = index === undefined ? undefined : readYamlValues(text)[index];
  return isDefinition(value) ? value : undefined;
}

function isDefinition(value: unknown): value is DefinitionValue {
  return (
    isRecord(value) &&
    value.kind === 'ResourceDefinition' &&
    isRecord(value.metadata) &&
    isRecord(value.spec)
  );
}
