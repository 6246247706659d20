import { minute, second } from '../../durations.ts';
import type { Dice } from './Dice.ts';
import type { PlannedChange } from './planChanges.ts';

export type FailedStep = 'validate' | 'test';

/** A pipeline run of the past. */
export interface PlannedRun {
  /** Within its project. */
  id: string;
  branch: string;
  commit: string;
  actor: string;
  trigger: 'push' | 'pull_request' | 'rerun';
  queuedAtMs: number;
  startedAtMs: number;
  finishedAtMs: number;
  failedStep?: FailedStep;
}

/** A merged change whose run on the default branch passed. */
export interface PlannedBuild {
  change: PlannedChange;
  run: PlannedRun;
}

export interface RunHabits {
  baseSeconds: number;
  /** How much longer a run takes at the end than at the beginning. */
  slowdown: number;
  fromMs: number;
  untilMs: number;
}

const failedShare = 0.07;
const flakyShare = 0.45;

/** The runs of a project, and what they built. */
export function planRuns(
  changes: PlannedChange[],
  dice: Dice,
  habits: RunHabits,
): { runs: PlannedRun[]; builds: PlannedBuild[] } {
  const runs: PlannedRun[] = [];
  const builds: PlannedBuild[] = [];
  for (const change of changes) {
    runs.push(
      ...planAttempts(dice, habits, {
        isCertain: change.isCertain,
        id: `pull/${change.number}`,
        branch: `change-${change.number}`,
        commit: change.branchCommit,
        actor: change.actor,
        trigger: 'pull_request',
        queuedAtMs: change.openedAtMs + 4 * second,
      }),
    );
    if (change.isMerged) {
      const attempts = planAttempts(dice, habits, {
        isCertain: change.isCertain,
        id: `main/${change.number}`,
        branch: 'main',
        commit: change.commit,
        actor: change.reviewer,
        trigger: 'push',
        queuedAtMs: change.closedAtMs + 3 * second,
      });
      runs.push(...attempts);
      const last = attempts[attempts.length - 1];
      if (!last.failedStep) {
        builds.push({ change, run: last });
      }
    }
  }
  return { runs, builds };
}

type Attempt = Omit<PlannedRun, 'startedAtMs' | 'finishedAtMs' | 'failedStep'>;

/** A run, and the same commit once more when it failed by bad luck. */
function planAttempts(
  dice: Dice,
  habits: RunHabits,
  { isCertain, ...attempt }: Attempt & { isCertain: boolean },
): PlannedRun[] {
  const first = planRun(dice, habits, attempt);
  if (!dice.isTrue(failedShare) || isCertain) {
    return [first];
  }
  const failed: PlannedRun = {
    ...first,
    failedStep: dice.isTrue(0.85) ? 'test' : 'validate',
  };
  if (!dice.isTrue(flakyShare)) {
    return [failed];
  }
  const again = planRun(dice, habits, {
    ...attempt,
    id: `${attempt.id}/2`,
    trigger: 'rerun',
    queuedAtMs: failed.finishedAtMs + dice.between(2, 25) * minute,
  });
  return [failed, again];
}

function planRun(dice: Dice, habits: RunHabits, attempt: Attempt): PlannedRun {
  const { baseSeconds, slowdown, fromMs, untilMs } = habits;
  const progress = (attempt.queuedAtMs - fromMs) / (untilMs - fromMs);
  const growth = 1 + slowdown * Math.min(1, Math.max(0, progress));
  const startedAtMs = attempt.queuedAtMs + dice.between(2, 40) * second;
  const seconds = baseSeconds * growth * dice.between(0.8, 1.35);
  return {
    ...attempt,
    startedAtMs,
    finishedAtMs: startedAtMs + seconds * second,
  };
}
