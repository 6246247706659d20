import type {
  ScaffolderTask,
  ScaffolderTaskOutput,
  ScaffolderTaskStatus,
  TaskStream,
} from '@backstage/plugin-scaffolder-react';

/** A step of a run, as far as it is. */
export interface RunStep {
  id: string;
  name: string;
  status: ScaffolderTaskStatus;
  startedAt?: string;
  endedAt?: string;
  /** Lines of its log, without when they were written. */
  lines: string[];
}

/** A run of a template, as far as it is. */
export interface Run {
  status: ScaffolderTaskStatus;
  steps: RunStep[];
  output: ScaffolderTaskOutput;
  /** The step that failed, and what it said. */
  failure?: { step?: RunStep; message: string };
}

/** What the log of a run says so far. */
export function toRun(stream: TaskStream, task: ScaffolderTask): Run {
  const steps = task.spec.steps.map(({ id, name }): RunStep => {
    const { status = 'open', startedAt, endedAt } = stream.steps[id] ?? {};
    const lines = (stream.stepLogs[id] ?? []).map(withoutInstant);
    return { id, name, status, startedAt, endedAt, lines };
  });
  return {
    status: statusOf(stream),
    steps,
    output: stream.output ?? {},
    failure: stream.error && {
      step: steps.find(({ status }) => status === 'failed'),
      message: stream.error.message,
    },
  };
}

function statusOf({ error, cancelled, completed }: TaskStream) {
  if (cancelled) {
    return 'cancelled';
  }
  if (error) {
    return 'failed';
  }
  return completed ? 'completed' : 'processing';
}

function withoutInstant(line: string): string {
  return line.replace(/^\d{4}-\d\d-\d\dT\S+ /, '');
}
