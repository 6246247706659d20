import type { ProposalFile } from '@atrium/common';
import { listSloNames, putSlo } from '../../../form/putSlo';
import {
  newSloForm,
  type SloForm,
  type SloFormSource,
  type SloFormSpec,
} from '../../../form/sloForm';
import {
  parseOpenSlo,
  readOpenSloFile,
  type SloProposalDraft,
} from '@atrium/plugin-slo-common';
import { readSloForm } from '../../../form/readSloForm';
import { writeSloForm } from '../../../form/writeSloForm';
import { startingSpec } from './measureQueries';
import { describeSource, type SourceContext } from './sourceFields';

/** An SLO that is being written: as a form where that can express it. */
export interface EditorState {
  draft: SloProposalDraft;
  /** The file that is edited, as it is in the repository. */
  file: ProposalFile;
  /** The whole file as it would be handed over. */
  text: string;
  /** What it was before anybody changed anything. */
  initialText: string;
  form?: SloForm;
  /** What changes of the form are put into, and the SLO that they replace. */
  around: string;
  replaces?: string;
}

/** What somebody does. */
export type EditorAction =
  | { type: 'fill'; form: SloForm }
  | { type: 'write'; text: string }
  | { type: 'rebase'; draft: SloProposalDraft };

/** What to begin with. */
export interface OpenEditorOptions {
  /** The SLO to edit; a new one without it. */
  sloName?: string;
  /** What a new SLO is of. */
  service: string;
}

/** Begins with an SLO of the repository, or with a new one. */
export function openEditor(
  draft: SloProposalDraft,
  { sloName, service }: OpenEditorOptions,
): EditorState {
  const file = fileOf(draft, sloName) ?? draft.files[0];
  const around = file.content;
  if (sloName !== undefined) {
    return {
      draft,
      file,
      text: around,
      initialText: around,
      form: findForm(around, sloName, draft),
      around,
      replaces: sloName,
    };
  }
  const form = newSloForm(suggest(draft, { file, service }));
  const text = putSlo(around, writeSloForm(form));
  return { draft, file, text, initialText: text, form, around };
}

/** The file that has the SLO of a name; none where that was renamed or removed. */
export function fileOf(
  { files }: SloProposalDraft,
  sloName: string | undefined,
): ProposalFile | undefined {
  return files.find(
    ({ content }) =>
      sloName !== undefined && listSloNames(content).includes(sloName),
  );
}

/** Does what somebody does. */
export function editorReducer(
  state: EditorState,
  action: EditorAction,
): EditorState {
  switch (action.type) {
    case 'fill':
      return withForm(state, action.form);
    case 'write':
      return withText(state, action.text);
    case 'rebase':
      return rebase(state, action.draft);
    default:
      return action satisfies never;
  }
}

function withForm(state: EditorState, form: SloForm): EditorState {
  const { around, replaces } = state;
  const text = putSlo(around, writeSloForm(form), { replaces });
  return { ...state, form, text };
}

function withText(state: EditorState, text: string): EditorState {
  const { draft, file, form, replaces } = state;
  const names = listSloNames(text);
  const before = listSloNames(file.content);
  // Found by its name, or as the one that was not there before.
  const name =
    [replaces, form?.name].find(
      known => known !== undefined && names.includes(known),
    ) ?? names.find(one => !before.includes(one));
  return {
    ...state,
    text,
    form: name === undefined ? undefined : findForm(text, name, draft),
    around: text,
    replaces: name ?? replaces,
  };
}

/** Puts the change on top of what has come into the repository meanwhile. */
function rebase(state: EditorState, draft: SloProposalDraft): EditorState {
  const file =
    draft.files.find(({ path }) => path === state.file.path) ?? draft.files[0];
  const moved = { ...state, draft, file };
  if (!state.form) {
    // Somebody has to look at both; the review shows what would be lost.
    return moved;
  }
  const around = file.content;
  const replaces = [state.replaces, state.form.name].find(
    name => name !== undefined && listSloNames(around).includes(name),
  );
  return withForm({ ...moved, around, replaces }, state.form);
}

function findForm(
  text: string,
  sloName: string,
  { sharedDocuments }: SloProposalDraft,
): SloForm | undefined {
  const { documents } = readOpenSloFile(text, { sharedDocuments });
  for (const document of documents) {
    if (document.kind === 'SLO' && document.metadata.name === sloName) {
      return readSloForm(document);
    }
  }
  return undefined;
}

/** A new SLO is measured where the others of the file are. */
function suggest(
  draft: SloProposalDraft,
  { file, service }: { file: ProposalFile; service: string },
): { service: string; source?: SloFormSource; spec?: SloFormSpec } {
  const [first] = listSloNames(file.content)
    .map(name => findForm(file.content, name, draft))
    .filter(form => form?.measure.kind === 'ratio');
  const context = contextOf(draft, file.content);
  if (first) {
    const { total, source } = first.measure;
    const { fields } = describeSource(context, first.measure);
    const shared = fields.flatMap(({ name, isShared }) =>
      isShared && total[name] !== undefined ? [[name, total[name]]] : [],
    );
    return { service: first.service, source, spec: Object.fromEntries(shared) };
  }
  const [source] = draft.sources;
  return source
    ? {
        service,
        source: { by: 'type', name: source.type },
        spec: startingSpec(source, { service }),
      }
    : { service };
}

/** What a text and the portal have to refer to. */
export function contextOf(
  { sharedDocuments, sources }: SloProposalDraft,
  text: string,
): SourceContext {
  return {
    documents: [...parseOpenSlo(text).documents, ...sharedDocuments],
    sources,
  };
}
