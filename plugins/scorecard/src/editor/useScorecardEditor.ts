import { useMemo, useState } from 'react';
import { problemsOfChange } from '@atrium/common/yaml';
import {
  parseScorecards,
  type ScorecardProposalDraft,
  type ScorecardProposalSubject,
} from '@atrium/plugin-scorecard-common';
import { useTextCheck } from '@atrium/ui/editor';
import { addDocument, documentOf, putDocument } from './documentOf';
import { newScorecard } from './newScorecard';
import { useScorecardCheck } from './useScorecardDraft';

interface Editing {
  draft: ScorecardProposalDraft;
  path: string;
  text: string;
  initialText: string;
}

/** A scorecard that is being written, and what is wrong with it. */
export function useScorecardEditor(
  draft: ScorecardProposalDraft,
  subject: ScorecardProposalSubject,
) {
  const [editing, setEditing] = useState(() => open(draft, subject));
  const { text, path, initialText } = editing;
  const file =
    editing.draft.files.find(one => one.path === path) ??
    editing.draft.files[0];
  const found = useMemo(
    () => problemsOfChange({ before: read(file.content), after: read(text) }),
    [file.content, text],
  );

  const check = useScorecardCheck();
  // The backend knows the facts, too.
  const { problems, findProblems } = useTextCheck({
    text,
    found,
    ask: content => check.mutateAsync({ ...subject, path: file.path, content }),
  });

  const document = documentOf(text, subject.scorecard);

  /** Somebody else's changes of other scorecards of the file stay. */
  function rebase(newest: ScorecardProposalDraft) {
    const content = newest.files.find(one => one.path === path)?.content ?? '';
    setEditing({
      ...editing,
      draft: newest,
      text: document ? putDocument(content, document) : text,
    });
  }

  return {
    draft: editing.draft,
    file,
    text,
    problems,
    check,
    findProblems,
    /** The one that is written, alone; undefined while it is none. */
    document,
    isDirty: text !== initialText,
    write: (written: string) => setEditing({ ...editing, text: written }),
    rebase,
  };
}

function open(
  draft: ScorecardProposalDraft,
  { scorecard }: ScorecardProposalSubject,
): Editing {
  const file =
    draft.files.find(
      ({ content }) =>
        scorecard !== undefined && documentOf(content, scorecard) !== undefined,
    ) ?? draft.files[0];
  const { path, content } = file;
  return {
    draft,
    path,
    text:
      scorecard === undefined
        ? addDocument(content, newScorecard(draft.ownerRef ?? ''))
        : content,
    initialText: content,
  };
}

function read(content: string) {
  return {
    text: content,
    problems: content === '' ? [] : parseScorecards(content, '').problems,
  };
}
