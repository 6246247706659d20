import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { ButtonLink } from '@backstage/ui';
import { Section, textStyles } from '@atrium/ui';
import { Markdown } from '@atrium/ui/markdown';
import { againHref, templateHref } from '../createLinks';
import { outcomeLinks } from './outcomeLinks';
import styles from './TaskOutcome.module.css';
import { taskTitle } from './taskTitle';
import type { Run } from './toRun';

/** Props of {@link TaskOutcome}. */
export interface TaskOutcomeProps {
  task: ScaffolderTask;
  run: Run;
}

/** What came of a run, and what to do next. */
export function TaskOutcome({ task, run }: TaskOutcomeProps) {
  switch (run.status) {
    case 'completed':
      return <Success task={task} run={run} />;
    case 'failed':
    case 'cancelled':
      return <Failure task={task} run={run} />;
    default:
      return null;
  }
}

function Success({ task, run }: TaskOutcomeProps) {
  const title = taskTitle(task);
  const templateRef = task.spec.templateInfo?.entityRef;
  const texts = run.output.text ?? [];
  return (
    <section className={styles.good} aria-label="Result">
      <strong className={styles.headline}>{title} is ready</strong>
      <div className={styles.buttons}>
        {outcomeLinks(run.output, title).map((link, index) => (
          <ButtonLink
            key={link.href}
            href={link.href}
            variant={index === 0 ? 'primary' : 'secondary'}
            target={link.href.startsWith('/') ? undefined : '_blank'}
          >
            {link.title}
          </ButtonLink>
        ))}
        {templateRef && (
          <ButtonLink href={templateHref(templateRef)} variant="tertiary">
            Create another
          </ButtonLink>
        )}
      </div>
      {texts.map(({ title: heading, content }) => (
        <Section key={heading} title={heading ?? 'Next steps'}>
          <Markdown text={content ?? ''} />
        </Section>
      ))}
    </section>
  );
}

function Failure({ task, run }: TaskOutcomeProps) {
  const { status, failure } = run;
  const templateRef = task.spec.templateInfo?.entityRef;
  return (
    <section className={styles.bad} aria-label="Result" role="alert">
      <strong className={styles.headline}>{headline(run)}</strong>
      {failure && <p className={textStyles.text}>{failure.message}</p>}
      <p className={textStyles.muted}>
        {status === 'failed'
          ? 'Steps that are done stay done. Your answers are kept: change what was wrong and create again.'
          : 'Steps that are done stay done. Your answers are kept if you want to create again.'}
      </p>
      {templateRef && (
        <div className={styles.buttons}>
          <ButtonLink href={againHref(templateRef, task.spec.parameters)}>
            Try again
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

function headline({ status, failure }: Run): string {
  if (status === 'cancelled') {
    return 'This run was stopped';
  }
  return failure?.step
    ? `“${failure.step.name}” failed`
    : 'This run could not go on';
}
