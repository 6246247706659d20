import { useCallback } from 'react';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { Proposal } from '@atrium/common';
import type {
  CreateDryRun,
  Facts,
  ScorecardProposalDraft,
  ScorecardProposalSubject,
} from '@atrium/plugin-scorecard-common';
import { FileWorkbench, HandOverDialog } from '@atrium/ui/editor';
import { t } from '../translation';
import { DryRunPanel } from './DryRunPanel';
import { DryRunWords } from './DryRunWords';
import { FactBrowser } from './FactBrowser';
import { scorecardCompletions } from './scorecardCompletions';
import {
  useDryRun,
  useFacts,
  useFreshDraft,
  useScorecardProposal,
} from './useScorecardDraft';
import { useScorecardEditor } from './useScorecardEditor';

/** Props of {@link ScorecardWorkbench}. */
export interface ScorecardWorkbenchProps {
  draft: ScorecardProposalDraft;
  subject: ScorecardProposalSubject;
  onHandedOver(proposal: Proposal, name: string | undefined): void;
}

const NO_FACTS: Pick<Facts, 'items' | 'functions'> = {
  items: [],
  functions: [],
};

/** A scorecard as YAML, beside the facts it may use and what would come of it. */
export function ScorecardWorkbench(props: ScorecardWorkbenchProps) {
  const { subject, onHandedOver } = props;
  const editor = useScorecardEditor(props.draft, subject);
  const proposal = useScorecardProposal();
  const fresh = useFreshDraft(subject);
  const { data: facts = NO_FACTS } = useFacts();
  const { draft, file, text, document } = editor;
  const completions = useCallback(
    (written: string, offset: number) =>
      scorecardCompletions(facts, written, offset),
    [facts],
  );
  const isNew = subject.scorecard === undefined;
  const name = document?.name ?? subject.scorecard;
  return (
    <FileWorkbench
      title={
        isNew
          ? t('scorecardWorkbench.newScorecard')
          : t('scorecardWorkbench.edit', {
              title: document?.title ?? name ?? '',
            })
      }
      draft={draft}
      file={file}
      text={text}
      problems={editor.problems}
      isDirty={editor.isDirty}
      hasFields
      startLine={document?.line}
      completions={completions}
      check={editor.check}
      findProblems={editor.findProblems}
      onWrite={editor.write}
      renderForm={() => (
        <Tabs>
          <TabList>
            <Tab id="dry-run">{t('scorecardWorkbench.dryRun')}</Tab>
            <Tab id="facts">{t('scorecardWorkbench.facts')}</Tab>
          </TabList>
          <TabPanel id="dry-run">
            <DryRunPanel content={document?.content} reach={draft.reach} />
          </TabPanel>
          <TabPanel id="facts">
            <FactBrowser />
          </TabPanel>
        </Tabs>
      )}
      renderReview={close => (
        <HandOverDialog
          draft={draft}
          file={file}
          text={text}
          subject={
            isNew
              ? t('scorecardWorkbench.addTheScorecard', { name: name ?? '' })
              : t('scorecardWorkbench.changeTheScorecard', { name: name ?? '' })
          }
          note={
            draft.annotates !== undefined &&
            t('scorecardWorkbench.theSameChangeNamesThe')
          }
          propose={input => proposal.mutateAsync({ ...input, ...subject })}
          readDraft={() => fresh.mutateAsync()}
          onRebase={editor.rebase}
          onHandedOver={handedOver => onHandedOver(handedOver, name)}
          onClose={close}
        >
          {document && (
            <Outcome content={document.content} reach={draft.reach} />
          )}
        </HandOverDialog>
      )}
    />
  );
}

/** What would come of it, where it is decided about. */
function Outcome(scorecard: Pick<CreateDryRun, 'content' | 'reach'>) {
  const { data } = useDryRun({ ...scorecard, weeks: 0 }, true);
  return data ? <DryRunWords dryRun={data} /> : null;
}
