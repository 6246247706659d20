import { useEffect, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { SafeLink } from '@atrium/ui';
import {
  locateInSlo,
  type SloProposal,
  type SloProposalDraft,
} from '@atrium/plugin-slo-common';
import { useLeaveGuard } from '../../hooks/useLeaveGuard';
import { useSloEditor } from '../../hooks/useSloEditor';
import { HandOverDialog } from './handover/HandOverDialog';
import { repositoryName } from './handover/handoverWords';
import { LeaveDialog } from './LeaveDialog';
import { SloFields } from './SloFields';
import { ProblemList } from './yaml/ProblemList';
import { YamlEditor } from './yaml/YamlEditor';
import shared from '../shared/shared.module.css';
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
  const { state, problems, isDirty } = editor;
  const { file, text, form } = state;
  const [checks, setChecks] = useState(0);
  const isChecked = checks > 0;
  const [isReviewing, setIsReviewing] = useState(false);
  const guard = useLeaveGuard(isDirty);
  const isNew = sloName === undefined;

  function review() {
    setChecks(checks + 1);
    setIsReviewing(problems.length === 0);
  }

  // A keyboard goes on where something is wrong.
  const workbench = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (checks > 0) {
      workbench.current
        ?.querySelector<HTMLElement>('[aria-invalid="true"]')
        ?.focus();
    }
  }, [checks]);

  return (
    <>
      <header className={styles.header}>
        <h2 className={styles.title}>
          {isNew ? 'New SLO' : `Edit ${form?.displayName || sloName}`}
        </h2>
        <p className={shared.muted}>
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
          problems={isChecked ? problems : []}
          isNew={isNew}
          onChange={editor.fill}
        />
        <section className={styles.file} aria-label="The file">
          <YamlEditor
            label={`YAML of ${file.path}`}
            text={text}
            problems={problems}
            startLine={locateInSlo(text, form?.name ?? sloName).line}
            onChange={editor.write}
          />
          <ProblemList problems={problems} />
        </section>
      </div>
      <footer className={styles.footer}>
        <Button variant="primary" isDisabled={!isDirty} onPress={review}>
          Review the change
        </Button>
        <span className={shared.muted} role="status">
          {isChecked && problems.length > 0
            ? 'What is missing or wrong is named at its line.'
            : 'Nothing is written before you have seen what changes.'}
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
