import { Button } from '@backstage/ui';
import { formatDuration, ScrollRegion, Section, StatusBadge } from '@atrium/ui';
import { useState } from 'react';
import { t } from '../translation';
import { TASK_STATUS_WORDS } from './taskStatusWords';
import styles from './TaskSteps.module.css';
import type { RunStep } from './toRun';
import { useNow } from './useNow';

/** Each step with how it is, how long it took and what it said. */
export function TaskSteps({ steps }: { steps: RunStep[] }) {
  const isRunning = steps.some(({ status }) => status === 'processing');
  const now = useNow(isRunning);
  return (
    <Section title={t('taskSteps.steps')}>
      <ol className={styles.steps}>
        {steps.map(step => (
          <TaskStep key={step.id} step={step} now={now} />
        ))}
      </ol>
    </Section>
  );
}

function TaskStep({ step, now }: { step: RunStep; now: Date }) {
  const { name, status, lines } = step;
  const { status: shown, text } = TASK_STATUS_WORDS[status];
  const isAlive = status === 'processing' || status === 'failed';
  const [isOpen = isAlive, setIsOpen] = useState<boolean>();
  const duration = durationOf(step, now);
  return (
    <li className={styles.step}>
      <div className={styles.line}>
        <span className={styles.name}>{name}</span>
        <span className={styles.duration}>{duration}</span>
        <StatusBadge status={shown}>{text}</StatusBadge>
        <span className={styles.log}>
          {lines.length > 0 && (
            <Button
              variant="tertiary"
              size="small"
              aria-expanded={isOpen}
              aria-label={t(
                isOpen ? 'taskSteps.hideLogOf' : 'taskSteps.showLogOf',
                { name },
              )}
              onPress={() => setIsOpen(!isOpen)}
            >
              {isOpen ? t('taskSteps.hideLog') : t('taskSteps.showLog')}
            </Button>
          )}
        </span>
      </div>
      {isOpen && lines.length > 0 && (
        <ScrollRegion
          label={t('taskSteps.logOf', { name })}
          className={styles.lines}
        >
          {lines.join('\n')}
        </ScrollRegion>
      )}
    </li>
  );
}

/** How long it took, or has taken so far; nothing before it starts. */
function durationOf({ status, startedAt, endedAt }: RunStep, now: Date) {
  if (!startedAt || status === 'skipped') {
    return undefined;
  }
  const end = endedAt ? new Date(endedAt) : now;
  const seconds = (end.getTime() - new Date(startedAt).getTime()) / 1000;
  return formatDuration(Math.max(0, seconds));
}
