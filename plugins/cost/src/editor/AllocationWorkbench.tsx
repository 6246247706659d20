import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import type { Proposal } from '@atrium/common';
import type { PlainMap } from '@atrium/common/yaml';
import {
  COST_ANNOTATION,
  type CostProposalDraft,
} from '@atrium/plugin-cost-common';
import { FileWorkbench, HandOverDialog } from '@atrium/ui/editor';
import { t } from '../translation';
import { DryRunPanel, DryRunWords } from './DryRunPanel';
import { PoolForm } from './PoolForm';
import { RuleForm } from './RuleForm';
import {
  type AllocationSubject,
  useAllocationProposal,
  useDryRun,
  useFreshDraft,
} from './useAllocationDraft';
import { useAllocationEditor } from './useAllocationEditor';

/** Props of {@link AllocationWorkbench}. */
export interface AllocationWorkbenchProps {
  draft: CostProposalDraft;
  subject: AllocationSubject;
  /** A rule to begin with. */
  suggested: PlainMap | undefined;
  onHandedOver(proposal: Proposal): void;
}

/** The rules as YAML, beside forms for one of them or a pool, and what would move. */
export function AllocationWorkbench(props: AllocationWorkbenchProps) {
  const { subject, suggested, onHandedOver } = props;
  const editor = useAllocationEditor(props.draft, { subject, suggested });
  const proposal = useAllocationProposal();
  const fresh = useFreshDraft(subject);
  const { draft, file, text, isSound } = editor;
  return (
    <FileWorkbench
      title={t('allocationWorkbench.rulesOfAllocation')}
      draft={draft}
      file={file}
      text={text}
      problems={editor.problems}
      isDirty={editor.isDirty}
      hasFields
      check={editor.check}
      findProblems={editor.findProblems}
      onWrite={editor.write}
      renderForm={() => (
        <Tabs>
          <TabList>
            <Tab id="rule">{t('allocationWorkbench.rule')}</Tab>
            <Tab id="pool">{t('allocationWorkbench.pool')}</Tab>
            <Tab id="dry-run">{t('allocationWorkbench.dryRun')}</Tab>
          </TabList>
          <TabPanel id="rule">
            <RuleForm editor={editor} />
          </TabPanel>
          <TabPanel id="pool">
            <PoolForm editor={editor} />
          </TabPanel>
          <TabPanel id="dry-run">
            <DryRunPanel content={isSound ? text : undefined} />
          </TabPanel>
        </Tabs>
      )}
      renderReview={close => (
        <HandOverDialog
          draft={draft}
          file={file}
          text={text}
          subject={t('allocationWorkbench.changeTheRulesOf')}
          note={
            draft.annotates !== undefined &&
            t('allocationWorkbench.theSameChangeNamesThe', {
              costAnnotation: COST_ANNOTATION,
            })
          }
          propose={input => proposal.mutateAsync({ ...input, ...subject })}
          readDraft={() => fresh.mutateAsync()}
          onRebase={editor.rebase}
          onHandedOver={onHandedOver}
          onClose={close}
        >
          <Outcome content={text} />
        </HandOverDialog>
      )}
    />
  );
}

/** What would move, where it is decided about. */
function Outcome({ content }: { content: string }) {
  const { data } = useDryRun({ content }, true);
  return data ? <DryRunWords dryRun={data} /> : null;
}
