import { pipelineName } from '../../ci/runEvents.ts';
import { day } from '../../durations.ts';
import type { HistoryWriter } from './HistoryWriter.ts';
import { phrases } from './phrases.ts';
import type { PlannedRun } from './planRuns.ts';

/** Steps are written of the newest runs and of those that failed. */
const detailedDays = 10;

/** The parts of a run's time that its steps take. */
const shares = [
  ['checkout', 0.05],
  ['validate', 0.03],
  ['test', 0.7],
  ['package', 0.22],
] as const;

export function runId(run: PlannedRun): string {
  return `run/${run.id}`;
}

export function writeRuns(writer: HistoryWriter, runs: PlannedRun[]): void {
  for (const run of runs) {
    // Nothing of the past still runs.
    if (run.finishedAtMs <= writer.untilMs) {
      writeRun(writer, run);
    }
  }
}

function writeRun(writer: HistoryWriter, run: PlannedRun) {
  const { branch, commit, actor, trigger, failedStep } = run;
  const subjectId = writer.subject(runId(run));
  const atrium = { branch, commit, actor, trigger };
  const content = { pipelineName };
  writer.write({
    name: 'pipelinerun.queued',
    subjectId,
    atMs: run.queuedAtMs,
    content,
    atrium,
  });
  writer.write({
    name: 'pipelinerun.started',
    subjectId,
    atMs: run.startedAtMs,
    content,
    atrium,
  });
  const isNew = writer.untilMs - run.finishedAtMs < detailedDays * day;
  const endedAtMs =
    isNew || failedStep ? writeSteps(writer, run) : run.finishedAtMs;
  writer.write({
    name: 'pipelinerun.finished',
    subjectId,
    atMs: endedAtMs,
    content: {
      ...content,
      outcome: failedStep ? 'failure' : 'success',
      ...(failedStep && {
        errors: `${failedStep}: ${phrases.failedSteps[failedStep]}`,
      }),
    },
    atrium,
  });
}

/** Returns when the last step ended, which is earlier when one failed. */
function writeSteps(writer: HistoryWriter, run: PlannedRun): number {
  const durationMs = run.finishedAtMs - run.startedAtMs;
  let atMs = run.startedAtMs;
  for (const [taskName, share] of shares) {
    const subjectId = `${writer.subject(runId(run))}/${taskName}`;
    const isFailed = run.failedStep === taskName;
    const content = {
      taskName,
      pipelineRun: { id: writer.subject(runId(run)), source: writer.source },
    };
    writer.write({ name: 'taskrun.started', subjectId, atMs, content });
    atMs += share * durationMs;
    writer.write({
      name: 'taskrun.finished',
      subjectId,
      atMs,
      content: {
        ...content,
        outcome: isFailed ? 'failure' : 'success',
        ...(isFailed && { errors: phrases.failedSteps[taskName] }),
      },
    });
    if (isFailed) {
      return atMs;
    }
  }
  return run.finishedAtMs;
}
