import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import type {
  ChangeProblems,
  ProposalDraft,
  ProposalFile,
} from '@atrium/common';
import { SafeLink } from '../layout/SafeLink';
import textStyles from '../layout/text.module.css';
import { LeaveDialog } from '../leave/LeaveDialog';
import { useLeaveGuard } from '../leave/useLeaveGuard';
import { errorMessage } from '../states/errorMessage';
import { t } from '../translation';
import { refusalWords, repositoryName } from './handover/handoverWords';
import type { Completions } from './yaml/completionExtension';
import { ProblemList } from './yaml/ProblemList';
import { YamlEditor, type YamlEditorHandle } from './yaml/YamlEditor';
import styles from './FileWorkbench.module.css';

/** Props of {@link FileWorkbench}. */
export interface FileWorkbenchProps {
  /** What is being written: `New SLO`. */
  title: string;
  draft: ProposalDraft;
  /** The file that is edited, as it is in the repository. */
  file: ProposalFile;
  /** The whole file as it would be handed over. */
  text: string;
  problems: ChangeProblems;
  /** Whether there is anything to hand over, or to lose. */
  isDirty: boolean;
  /** Whether the form has fields; otherwise it is narrower than the file. */
  hasFields: boolean;
  /**
   * What is written: YAML by a form beside it, or a text that is shown beside it
   * as it will look. Default: YAML.
   */
  language?: 'yaml' | 'text';
  /** Where to begin to read the file, counted from 1. */
  startLine?: number;
  completions?: Completions;
  /** How the last check went; a mutation fits. */
  check: { isPending: boolean; error: Error | null };
  /**
   * What keeps the file from being handed over, with all that only the backend
   * knows.
   */
  findProblems(): Promise<ChangeProblems>;
  onWrite(text: string): void;
  /**
   * The form that writes the file.
   *
   * @param isChecked - whether what is wrong is shown at its fields
   */
  renderForm(isChecked: boolean): ReactNode;
  /** The dialog by which it is handed over. */
  renderReview(close: () => void): ReactNode;
  /** Below what is wrong with the file. */
  children?: ReactNode;
}

/** A form and the file it writes, side by side. */
export function FileWorkbench(props: FileWorkbenchProps) {
  const { title, draft, file, text, problems, isDirty, check } = props;
  const { hasFields, language = 'yaml', startLine } = props;
  const { completions, children } = props;
  const isYaml = language === 'yaml';
  const { findProblems, onWrite, renderForm, renderReview } = props;
  const [isChecked, setIsChecked] = useState(false);
  const [failed, setFailed] = useState<ChangeProblems>();
  const [isReviewing, setIsReviewing] = useState(false);
  const guard = useLeaveGuard(isDirty);

  async function review() {
    setIsChecked(true);
    const found = await findProblems().catch(() => undefined);
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
        <h2 className={styles.title}>{title}</h2>
        <p className={textStyles.muted}>
          {t(
            file.base === undefined
              ? 'fileWorkbench.placeOfNewFile'
              : 'fileWorkbench.place',
            {
              file: (
                <SafeLink href={file.base === undefined ? undefined : file.url}>
                  {file.path.replace(/^\.\//, '')}
                </SafeLink>
              ),
              repository: repositoryName(draft),
              branch: draft.branch,
            },
          )}
        </p>
        {draft.isRefused && (
          <p role="alert" className={textStyles.bad}>
            {refusalWords(draft)}
          </p>
        )}
      </header>
      <div
        ref={workbench}
        className={styles.workbench}
        data-has-form={hasFields}
        data-language={language}
      >
        <div className={styles.fields}>{renderForm(isChecked)}</div>
        <section
          className={styles.file}
          aria-label={t('fileWorkbench.theFile')}
        >
          <YamlEditor
            label={t(isYaml ? 'fileWorkbench.yamlOf' : 'fileWorkbench.textOf', {
              path: file.path,
            })}
            language={language}
            text={text}
            problems={problems}
            handle={yaml}
            startLine={startLine}
            completions={completions}
            onChange={onWrite}
          />
          {(isYaml || problems.own.length > 0) && (
            <ProblemList
              problems={problems}
              onOpen={problem =>
                yaml.current?.goTo(problem, { isFocused: true })
              }
            />
          )}
          {children}
        </section>
      </div>
      <footer className={styles.footer}>
        <Button
          variant="primary"
          isDisabled={!isDirty || draft.isRefused}
          isPending={check.isPending}
          onPress={review}
        >
          {t('fileWorkbench.reviewTheChange')}
        </Button>
        <span className={textStyles.muted} role="status">
          {statusWords({
            failure: check.error ?? undefined,
            isWrong: isChecked && problems.own.length > 0,
          })}
        </span>
      </footer>
      {isReviewing && renderReview(() => setIsReviewing(false))}
      <LeaveDialog
        guard={guard}
        title={t('fileWorkbench.leaveWithoutProposingTheChange')}
      />
    </>
  );
}

function statusWords(options: { failure?: Error; isWrong: boolean }): string {
  const { failure, isWrong } = options;
  if (isWrong) {
    return t('fileWorkbench.whatIsMissingOrWrong');
  }
  return failure
    ? t('fileWorkbench.theFileCouldNotBe', { failure: errorMessage(failure) })
    : t('fileWorkbench.nothingIsWrittenBeforeYou');
}
