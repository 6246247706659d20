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
    const lines = (stream.stepLogs[id] ?? []).map(toText);
    return { id, name, status, startedAt, endedAt, lines };
  });
  return {
    status: statusOf(stream),
    steps: withoutAlternatives(steps),
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

/**
 * Templates have one step for each kind of git host, all of the same name: those that
 * do not apply say nothing beside the one that does.
 */
function withoutAlternatives(steps: RunStep[]): RunStep[] {
  return steps.filter((step, index) => {
    const own = progressOf(step);
    return (
      own === 2 ||
      !steps.some((other, otherIndex) => {
        const progress = progressOf(other);
        return (
          other.name === step.name &&
          (progress > own || (progress === own && otherIndex < index))
        );
      })
    );
  });
}

/** 0 for what is skipped, 1 for what has not begun, 2 for what has. */
function progressOf({ status }: RunStep): number {
  if (status === 'skipped') {
    return 0;
  }
  return status === 'open' ? 1 : 2;
}

/** Colours of a terminal, as the log of the backend has them. */
const TERMINAL_COLOUR = new RegExp(
  `${String.fromCharCode(27)}\\[[\\d;]*m`,
  'g',
);

/** A line without when it was written, and without colours. */
function toText(line: string): string {
  return line.replace(/^\d{4}-\d\d-\d\dT\S+ /, '').replace(TERMINAL_COLOUR, '');
}
