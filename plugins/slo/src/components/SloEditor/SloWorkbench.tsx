import { useEffect, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { SafeLink, textStyles } from '@atrium/ui';
import { locateInSlo } from '../../form/putSlo';
import type {
  SloProposal,
  SloProposalCheck,
  SloProposalDraft,
} from '@atrium/plugin-slo-common';
import { useLeaveGuard } from '../../hooks/useLeaveGuard';
import { useSloEditor } from '../../hooks/useSloEditor';
import { HandOverDialog } from './handover/HandOverDialog';
import { repositoryName } from './handover/handoverWords';
import { LeaveDialog } from './LeaveDialog';
import { SloFields } from './SloFields';
import { ProblemList } from './yaml/ProblemList';
import { YamlEditor, type YamlEditorHandle } from './yaml/YamlEditor';
import styles from './SloEditor.module.css';

/** Props of {@link SloWorkbench}. */
export interface SloWorkbenchProps {
  draft: SloProposalDraft;
  sloName?: string;
  service: string;
  onHandedOver(proposal: SloProposal): void;
}

/** The form and the file it writes, side by side. */
export function SloWorkbench(props: SloWorkbenchProps) {
  const { draft, sloName, service, onHandedOver } = props;
  const editor = useSloEditor(draft, { sloName, service });
  const { state, problems, check, isDirty } = editor;
  const { file, text, form } = state;
  const [isChecked, setIsChecked] = useState(false);
  const [failed, setFailed] = useState<SloProposalCheck>();
  const [isReviewing, setIsReviewing] = useState(false);
  const guard = useLeaveGuard(isDirty);
  const isNew = sloName === undefined;

  async function review() {
    setIsChecked(true);
    const found = await editor.findProblems().catch(() => undefined);
    // Another object each time, so that it is gone to again.
    setFailed(found && { ...found });
    setIsReviewing(found?.own.length === 0);
  }

  // A keyboard goes on where something is wrong: at the field, or at the line.
  const workbench = useRef<HTMLDivElement>(null);
  const yaml = useRef<YamlEditorHandle>(null);
  useEffect(() => {
    const [first] = failed?.own ?? [];
    if (first) {
      const field = workbench.current?.querySelector<HTMLElement>(
        'form [aria-invalid="true"]',
      );
      yaml.current?.goTo(first, { isFocused: !field });
      field?.focus();
    }
  }, [failed]);

  return (
    <>
      <header className={styles.header}>
        <h2 className={styles.title}>
          {isNew ? 'New SLO' : `Edit ${form?.displayName || sloName}`}
        </h2>
        <p className={textStyles.muted}>
          <SafeLink href={file.base === undefined ? undefined : file.url}>
            {file.path.replace(/^\.\//, '')}
          </SafeLink>{' '}
          in {repositoryName(state.draft)}, branch {state.draft.branch}
          {file.base === undefined && ', which does not exist yet'}
        </p>
      </header>
      <div
        ref={workbench}
        className={styles.workbench}
        data-has-form={form !== undefined}
      >
        <SloFields
          form={form}
          context={editor.context}
          problems={isChecked ? problems.own : []}
          isNew={isNew}
          onChange={editor.fill}
        />
        <section className={styles.file} aria-label="The file">
          <YamlEditor
            label={`YAML of ${file.path}`}
            text={text}
            problems={problems}
            handle={yaml}
            startLine={locateInSlo(text, form?.name ?? sloName).line}
            onChange={editor.write}
          />
          <ProblemList
            problems={problems}
            onOpen={problem => yaml.current?.goTo(problem, { isFocused: true })}
          />
        </section>
      </div>
      <footer className={styles.footer}>
        <Button
          variant="primary"
          isDisabled={!isDirty}
          isPending={check.isPending}
          onPress={review}
        >
          Review the change
        </Button>
        <span className={textStyles.muted} role="status">
          {statusWords({
            failure: check.error ?? undefined,
            isWrong: isChecked && problems.own.length > 0,
          })}
        </span>
      </footer>
      {isReviewing && (
        <HandOverDialog
          state={state}
          subject={`${isNew ? 'Add' : 'Change'} the SLO ${
            form?.name ?? sloName ?? ''
          }`.trim()}
          onRebase={editor.rebase}
          onHandedOver={onHandedOver}
          onClose={() => setIsReviewing(false)}
        />
      )}
      <LeaveDialog guard={guard} />
    </>
  );
}

function statusWords(options: { failure?: Error; isWrong: boolean }): string {
  const { failure, isWrong } = options;
  if (isWrong) {
    return 'What is missing or wrong is named at its line.';
  }
  return failure
    ? `The file could not be checked, and nothing was written: ${failure.message}`
    : 'Nothing is written before you have seen what changes.';
}
