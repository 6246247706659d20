import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { ButtonLink } from '@backstage/ui';
import { Section, textStyles } from '@atrium/ui';
import { Markdown } from '@atrium/ui/markdown';
import { againHref, templateHref } from '../createLinks';
import { t } from '../translation';
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
    <section className={styles.good} aria-label={t('taskOutcome.result')}>
      <strong className={styles.headline}>
        {t('taskOutcome.isReady', { title })}
      </strong>
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
            {t('taskOutcome.createAnother')}
          </ButtonLink>
        )}
      </div>
      {texts.map(({ title: heading, content }) => (
        <Section key={heading} title={heading ?? t('taskOutcome.nextSteps')}>
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
    <section
      className={styles.bad}
      aria-label={t('taskOutcome.result')}
      role="alert"
    >
      <strong className={styles.headline}>{headline(run)}</strong>
      {failure && <p className={textStyles.text}>{failure.message}</p>}
      <p className={textStyles.muted}>
        {status === 'failed'
          ? t('taskOutcome.stepsThatAreDoneStay')
          : t('taskOutcome.stepsThatAreDoneStay2')}
      </p>
      {templateRef && (
        <div className={styles.buttons}>
          <ButtonLink href={againHref(templateRef, task.spec.parameters)}>
            {t('taskOutcome.tryAgain')}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

function headline({ status, failure }: Run): string {
  if (status === 'cancelled') {
    return t('taskOutcome.thisRunWasStopped');
  }
  return failure?.step
    ? t('taskOutcome.failed', { name: failure.step.name })
    : t('taskOutcome.thisRunCouldNotGo');
}
