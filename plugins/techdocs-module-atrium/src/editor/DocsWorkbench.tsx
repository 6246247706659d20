import { useState } from 'react';
import type { ChangeProblems, Proposal } from '@atrium/common';
import type {
  DocsProposalDraft,
  DocsProposalSubject,
} from '@atrium/plugin-techdocs-common';
import { FileWorkbench, HandOverDialog } from '@atrium/ui/editor';
import {
  useDocsCheck,
  useDocsProposal,
  useFreshDocsDraft,
} from '../api/docsReaderHooks';
import { t } from '../translation';
import { PagePreview } from './PagePreview';
import { rebaseText } from './rebaseText';

/** Props of {@link DocsWorkbench}. */
export interface DocsWorkbenchProps {
  draft: DocsProposalDraft;
  subject: DocsProposalSubject;
  onHandedOver(proposal: Proposal): void;
}

const NO_PROBLEMS: ChangeProblems = { own: [], earlier: [] };

/** A page in Markdown, and how it will look beside it. */
export function DocsWorkbench(props: DocsWorkbenchProps) {
  const { subject, onHandedOver } = props;
  const [draft, setDraft] = useState(props.draft);
  const [file] = draft.files;
  const [text, setText] = useState(file.content || (draft.suggestion ?? ''));
  const [checked, setChecked] = useState<{
    text: string;
    problems: ChangeProblems;
  }>();
  const check = useDocsCheck();
  const proposal = useDocsProposal();
  const fresh = useFreshDocsDraft(subject);
  const isNew = subject.page === undefined;
  const name = file.path;
  const [site, catalogFile] = draft.alsoChanges;

  async function findProblems(): Promise<ChangeProblems> {
    const problems = await check.mutateAsync({
      ...subject,
      path: file.path,
      content: text,
    });
    setChecked({ text, problems });
    return problems;
  }

  /** Somebody else's changes stay; where both changed a line, ours counts. */
  function rebase(newest: DocsProposalDraft) {
    const [newestFile] = newest.files;
    setText(
      rebaseText(text, { before: file.content, after: newestFile.content }),
    );
    setDraft(newest);
  }

  return (
    <FileWorkbench
      title={
        isNew
          ? t('docsWorkbench.document', { title: draft.title })
          : t('docsWorkbench.edit', { title: draft.title })
      }
      draft={draft}
      file={file}
      text={text}
      language="text"
      problems={checked?.text === text ? checked.problems : NO_PROBLEMS}
      isDirty={text !== file.content}
      hasFields
      check={check}
      findProblems={findProblems}
      onWrite={setText}
      renderForm={() => (
        <PagePreview
          // A first page is the start of a site wherever that will be.
          subject={{ ...subject, page: isNew ? 'docs/index.md' : name }}
          path={draft.path ?? ''}
          content={text}
        />
      )}
      renderReview={close => (
        <HandOverDialog
          draft={draft}
          file={file}
          text={text}
          subject={
            isNew
              ? t('docsWorkbench.document', { title: draft.title })
              : t('docsWorkbench.change', { name })
          }
          note={
            draft.alsoChanges.length > 0 &&
            t('docsWorkbench.theSameChangeAdds', { site, catalogFile })
          }
          propose={input => proposal.mutateAsync({ ...input, ...subject })}
          readDraft={() => fresh.mutateAsync()}
          onRebase={rebase}
          onHandedOver={onHandedOver}
          onClose={close}
        />
      )}
    />
  );
}
