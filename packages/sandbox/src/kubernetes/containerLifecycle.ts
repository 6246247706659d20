import type { Behaviour } from './behaviour.ts';
import { formatTime } from './kubernetesTypes.ts';
import { second } from '../durations.ts';
import type { ContainerState } from './kubernetesTypes.ts';
import { seededInteger } from '../seed.ts';

/** How long a crashing container runs before it exits. */
export const crashRunMs = 4 * second;

const firstBackOffsMs = [10, 20, 40, 80, 160].map(value => value * second);
const longestBackOffMs = 300 * second;

export interface CrashLoopMoment {
  restartCount: number;
  /** The run that ended last; undefined while the first one goes on. */
  lastRun?: { startedAt: number; finishedAt: number };
  /** How long the kubelet waits before it tries again. */
  backOffMs: number;
}

/** Where a crash loop that began at `startedAt` has got to, as the kubelet paces it. */
export function crashLoopAt(startedAt: number, now: number): CrashLoopMoment {
  let runStart = startedAt;
  let run = 0;
  while (run < firstBackOffsMs.length) {
    const nextStart = runStart + crashRunMs + firstBackOffsMs[run];
    if (nextStart > now) {
      break;
    }
    runStart = nextStart;
    run += 1;
  }
  if (run === firstBackOffsMs.length) {
    const cycleMs = crashRunMs + longestBackOffMs;
    const cycles = Math.floor((now - runStart) / cycleMs);
    runStart += cycles * cycleMs;
    run += cycles;
  }
  const finishedAt = runStart + crashRunMs;
  if (finishedAt <= now) {
    return {
      restartCount: run,
      lastRun: { startedAt: runStart, finishedAt },
      backOffMs: firstBackOffsMs[run] ?? longestBackOffMs,
    };
  }
  const previousBackOffMs = firstBackOffsMs[run - 1] ?? longestBackOffMs;
  const previousEnd = runStart - previousBackOffMs;
  return {
    restartCount: run,
    lastRun:
      run === 0
        ? undefined
        : { startedAt: previousEnd - crashRunMs, finishedAt: previousEnd },
    backOffMs: previousBackOffMs,
  };
}

export interface ContainerPlan {
  /** Names the container in the whole cluster, for seeds. */
  seed: string;
  createdAt: number;
  behaviour: Behaviour | 'completed';
}

export interface ContainerMoment {
  state: ContainerState;
  lastState: ContainerState;
  restartCount: number;
  isReady: boolean;
  readyAt: number;
}

/** How long an image takes to pull and a container to start. */
export function startDelayMs(seed: string): number {
  return seededInteger(`start:${seed}`, 1_500, 4_000);
}

/** What the kubelet says of a container at a moment. */
export function containerAt(plan: ContainerPlan, now: number): ContainerMoment {
  const firstStart = plan.createdAt + startDelayMs(plan.seed);
  const waiting = (reason: string, message?: string): ContainerState => ({
    waiting: { reason, ...(message && { message }) },
  });
  const moment = {
    lastState: {},
    restartCount: 0,
    isReady: false,
    readyAt: firstStart + seededInteger(`ready:${plan.seed}`, 3_000, 6_000),
  };

  if (now < firstStart) {
    return { ...moment, state: waiting('ContainerCreating') };
  }
  if (plan.behaviour === 'completed') {
    const finishedAt =
      firstStart + seededInteger(`run:${plan.seed}`, 8_000, 95_000);
    return now < finishedAt
      ? { ...moment, state: running(firstStart), isReady: true }
      : {
          ...moment,
          state: terminated({
            startedAt: firstStart,
            finishedAt,
            exitCode: 0,
            reason: 'Completed',
          }),
        };
  }
  if (plan.behaviour !== 'healthy') {
    const loop = crashLoopAt(firstStart, now);
    if (!loop.lastRun) {
      return { ...moment, state: running(firstStart) };
    }
    return {
      ...moment,
      state: waiting(
        'CrashLoopBackOff',
        `back-off ${formatBackOff(loop.backOffMs)} restarting failed container`,
      ),
      lastState: terminated({
        ...loop.lastRun,
        ...(plan.behaviour === 'out-of-memory'
          ? { exitCode: 137, reason: 'OOMKilled' }
          : { exitCode: 1, reason: 'Error' }),
      }),
      restartCount: loop.restartCount,
    };
  }

  return {
    ...moment,
    state: running(firstStart),
    isReady: now >= moment.readyAt,
  };
}

export function formatBackOff(milliseconds: number): string {
  const seconds = milliseconds / second;
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes}m${seconds % 60}s` : `${seconds}s`;
}

function running(startedAt: number): ContainerState {
  return { running: { startedAt: formatTime(startedAt) } };
}

function terminated(run: {
  startedAt: number;
  finishedAt: number;
  exitCode: number;
  reason: string;
}): ContainerState {
  return {
    terminated: {
      exitCode: run.exitCode,
      reason: run.reason,
      startedAt: formatTime(run.startedAt),
      finishedAt: formatTime(run.finishedAt),
    },
  };
}
