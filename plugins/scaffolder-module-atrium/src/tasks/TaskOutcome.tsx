import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { Button, ButtonLink } from '@backstage/ui';
import { errorMessage, Section, textStyles } from '@atrium/ui';
import { Markdown } from '@atrium/ui/markdown';
import { againHref, templateHref } from '../createLinks';
import { t } from '../translation';
import { type NextAttempts, nextAttempts } from './nextAttempts';
import { outcomeLinks } from './outcomeLinks';
import styles from './TaskOutcome.module.css';
import { taskTitle } from './taskTitle';
import type { Run } from './toRun';
import { useContinue } from './useContinue';

/** Props of {@link TaskOutcome}. */
export interface TaskOutcomeProps {
  task: ScaffolderTask;
  run: Run;
  /** The run goes on, after somebody had it continue. */
  onContinued(): void;
}

/** What came of a run, and what to do next. */
export function TaskOutcome(props: TaskOutcomeProps) {
  switch (props.run.status) {
    case 'completed':
      return <Success {...props} />;
    case 'failed':
    case 'cancelled':
      return <Failure {...props} />;
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

function Failure({ task, run, onContinued }: TaskOutcomeProps) {
  const { failure } = run;
  const templateRef = task.spec.templateInfo?.entityRef;
  const attempts = nextAttempts(task, run);
  const goOn = useContinue(task.id, onContinued);
  return (
    <section
      className={styles.bad}
      aria-label={t('taskOutcome.result')}
      role="alert"
    >
      <strong className={styles.headline}>{headline(run)}</strong>
      {failure && <p className={textStyles.text}>{failure.message}</p>}
      <p className={textStyles.muted}>{nextStep(run, attempts)}</p>
      <div className={styles.buttons}>
        {attempts.canContinue && (
          <Button isDisabled={goOn.isPending} onPress={() => goOn.mutate()}>
            {t('taskOutcome.continue')}
          </Button>
        )}
        {templateRef && attempts.canStartAgain && (
          <ButtonLink
            href={againHref(templateRef, task.spec.parameters)}
            variant={attempts.canContinue ? 'secondary' : 'primary'}
          >
            {t('taskOutcome.tryAgain')}
          </ButtonLink>
        )}
      </div>
      {goOn.error && (
        <p className={textStyles.bad}>{errorMessage(goOn.error)}</p>
      )}
    </section>
  );
}

/** What to do after a run that did not complete. */
function nextStep({ status }: Run, attempts: NextAttempts): string {
  if (!attempts.canContinue) {
    return status === 'failed'
      ? t('taskOutcome.stepsThatAreDoneStay')
      : t('taskOutcome.stepsThatAreDoneStay2');
  }
  const words = [
    status === 'failed'
      ? t('taskOutcome.continueWithTheStep')
      : t('taskOutcome.continueWhereItStopped'),
    ...(attempts.canStartAgain ? [t('taskOutcome.orTryAgain')] : []),
  ];
  return words.join(' ');
}

function headline({ status, failure }: Run): string {
  if (status === 'cancelled') {
    return t('taskOutcome.thisRunWasStopped');
  }
  return failure?.step
    ? t('taskOutcome.failed', { name: failure.step.name })
    : t('taskOutcome.thisRunCouldNotGo');
}
