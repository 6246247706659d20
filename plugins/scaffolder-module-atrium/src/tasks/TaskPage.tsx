import { useState } from 'react';
import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { useTaskEventStream } from '@backstage/plugin-scaffolder-react';
import {
  BackLink,
  ErrorState,
  PageBody,
  RelativeTime,
  StatusBadge,
  textStyles,
  LoadingState,
  useDocumentTitle,
} from '@atrium/ui';
import { useParams } from 'react-router-dom';
import { TASKS_HREF } from '../createLinks';
import { t } from '../translation';
import { TaskActions } from './TaskActions';
import { TaskOutcome } from './TaskOutcome';
import { TaskSteps } from './TaskSteps';
import { TASK_STATUS_WORDS } from './taskStatusWords';
import { taskTitle, templateTitle } from './taskTitle';
import styles from './TaskPage.module.css';
import { toRun } from './toRun';

/** A run of a template: what it does, how far it is, and what came of it. */
export function TaskPage() {
  const { taskId = '' } = useParams();
  const [attempt, setAttempt] = useState(1);
  return (
    <Task
      // What follows a run does so once, and again only where it is new.
      key={`${taskId} ${attempt}`}
      taskId={taskId}
      onReload={() => setAttempt(attempt + 1)}
    />
  );
}

interface TaskProps {
  taskId: string;
  /** Reads the run and its log anew. */
  onReload(): void;
}

function Task({ taskId, onReload }: TaskProps) {
  const stream = useTaskEventStream(taskId);
  const { task, error } = stream;
  useDocumentTitle('part', task && taskTitle(task));
  if (!task) {
    return (
      <PageBody>
        {error ? (
          <ErrorState error={error} onRetry={onReload} />
        ) : (
          <LoadingState height={420} />
        )}
      </PageBody>
    );
  }
  const run = toRun(stream, task);
  const title = taskTitle(task);
  const template = templateTitle(task.spec);
  const ago = <RelativeTime instant={task.createdAt} />;
  const { status, text } = TASK_STATUS_WORDS[run.status];
  return (
    <BreadcrumbEntry entry={{ label: title, href: taskId }}>
      <PageBody>
        <BackLink href={TASKS_HREF}>{t('taskPage.allTasks')}</BackLink>
        <header className={styles.header}>
          <div>
            <h2 className={styles.title}>{title}</h2>
            <p className={textStyles.line} role="status">
              <StatusBadge status={status}>{text}</StatusBadge>
              <span className={textStyles.muted}>
                {template === undefined
                  ? t('taskPage.startedOfNoTemplate', { ago })
                  : t('taskPage.started', { template, ago })}
              </span>
            </p>
          </div>
          <TaskActions task={task} run={run} />
        </header>
        <TaskOutcome task={task} run={run} onContinued={onReload} />
        <TaskSteps steps={run.steps} />
      </PageBody>
    </BreadcrumbEntry>
  );
}
