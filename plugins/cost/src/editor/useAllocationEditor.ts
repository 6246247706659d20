import { useMemo, useState } from 'react';
import { type PlainMap, problemsOfChange } from '@atrium/common/yaml';
import {
  type CostProposalDraft,
  parseCostAllocation,
} from '@atrium/plugin-cost-common';
import { useTextCheck } from '@atrium/ui/editor';
import { addItem, type ListName, rulesOf } from './rulesFile';
import {
  type AllocationSubject,
  useAllocationCheck,
} from './useAllocationDraft';

interface Editing {
  draft: CostProposalDraft;
  path: string;
  text: string;
  initialText: string;
  /** The rule and the pool that the forms show. */
  chosen: Record<ListName, number>;
}

/** The rules of allocation while they are written, and what is wrong with them. */
export function useAllocationEditor(
  draft: CostProposalDraft,
  options: { subject: AllocationSubject; suggested: PlainMap | undefined },
) {
  const { subject, suggested } = options;
  const [editing, setEditing] = useState(() => open(draft, suggested));
  const { text, path, chosen } = editing;
  const file =
    editing.draft.files.find(one => one.path === path) ??
    editing.draft.files[0];
  const found = useMemo(
    () => problemsOfChange({ before: read(file.content), after: read(text) }),
    [file.content, text],
  );

  const check = useAllocationCheck();
  // The backend knows the entities, too.
  const { problems, findProblems } = useTextCheck({
    text,
    found,
    ask: content => check.mutateAsync({ ...subject, path, content }),
  });

  return {
    draft: editing.draft,
    file,
    text,
    problems,
    check,
    findProblems,
    /** Whether the file as a whole could be put in force, as far as one sees. */
    isSound: found.own.length + found.earlier.length === 0,
    isDirty: text !== editing.initialText,
    chosen,
    write: (written: string, next: Partial<Editing['chosen']> = {}) =>
      setEditing({
        ...editing,
        text: written,
        chosen: { ...chosen, ...next },
      }),
    choose: (next: Partial<Editing['chosen']>) =>
      setEditing({ ...editing, chosen: { ...chosen, ...next } }),
    /** What is written stays; it is compared with what is there by now. */
    rebase: (newest: CostProposalDraft) =>
      setEditing({ ...editing, draft: newest }),
  };
}

function open(
  draft: CostProposalDraft,
  suggested: PlainMap | undefined,
): Editing {
  const [{ path, content }] = draft.files;
  const text = suggested ? addItem(content, 'rules', suggested) : content;
  const count = rulesOf(text)?.length ?? 0;
  return {
    draft,
    path,
    text,
    initialText: content,
    chosen: { rules: suggested ? count - 1 : 0, pools: 0 },
  };
}

function read(content: string) {
  return {
    text: content,
    problems: content === '' ? [] : parseCostAllocation(content, '').problems,
  };
}
