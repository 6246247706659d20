import { hour, minute } from '../../durations.ts';
import { seededHex } from '../../seed.ts';
import type { Dice } from './Dice.ts';
import { phrases } from './phrases.ts';
import type { Project } from './readProjects.ts';
import { badDeployment, historyDays } from '../../scenario.ts';
import { listWorkingDays } from './workingDays.ts';

/** A pull request of the past. */
export interface PlannedChange {
  number: number;
  title: string;
  actor: string;
  reviewer: string;
  /** Newest commit of its branch, and the one that merging it made. */
  branchCommit: string;
  commit: string;
  firstCommitAtMs: number;
  openedAtMs: number;
  reviewedAtMs: number;
  /** When it was merged or abandoned. */
  closedAtMs: number;
  isMerged: boolean;
  /** Its runs pass at once, whatever chance says. */
  isCertain: boolean;
}

const workStart = 9 * 60;
const workEnd = 17 * 60;
const abandonedShare = 0.07;
/** Enough for the bad deployment to be built and to wait in staging. */
const buildAndStageMs = 80 * minute;

/** The changes of one project, in the order in which they were closed. */
export function planChanges(
  project: Project,
  dice: Dice,
  untilMs: number,
): PlannedChange[] {
  const changesPerDay = dice.between(0.3, 1.5);
  const quietWeekday = dice.integer(0, 4);
  const closings: number[] = [];
  for (const [index, workingDay] of listWorkingDays(
    untilMs,
    historyDays,
  ).entries()) {
    const rate = changesPerDay * (index % 5 === quietWeekday ? 0.4 : 1.15);
    const count = Math.floor(rate + dice.between(0, 1));
    for (let number = 0; number < count; number++) {
      closings.push(workingDay.at(dice.between(workStart, workEnd)));
    }
  }
  const certainMs =
    project.name === badDeployment.repository
      ? untilMs - badDeployment.deployedAgoMs - buildAndStageMs
      : undefined;
  if (certainMs !== undefined) {
    closings.push(certainMs);
  }
  const firstNumber = dice.integer(40, 900);
  return closings
    .sort((left, right) => left - right)
    .map((closedAtMs, index) =>
      planChange(project, dice, {
        closedAtMs,
        number: firstNumber + index,
        isCertain: closedAtMs === certainMs,
      }),
    );
}

function planChange(
  project: Project,
  dice: Dice,
  place: { closedAtMs: number; number: number; isCertain: boolean },
): PlannedChange {
  const { closedAtMs, number, isCertain } = place;
  const actor = dice.pick(project.people);
  const others = project.people.filter(person => person !== actor);
  const openedAtMs = closedAtMs - dice.between(0.7, 4) ** 3 * hour;
  const id = `${project.fullName}/${number}`;
  return {
    number,
    title: dice.pick(phrases.changes),
    actor,
    reviewer: others.length > 0 ? dice.pick(others) : actor,
    branchCommit: seededHex(`branch:${id}`, 40),
    commit: seededHex(`merge:${id}`, 40),
    firstCommitAtMs: openedAtMs - dice.between(0.3, 22) * hour,
    openedAtMs,
    reviewedAtMs:
      openedAtMs + (closedAtMs - openedAtMs) * dice.between(0.2, 0.9),
    closedAtMs,
    isMerged: !dice.isTrue(abandonedShare) || isCertain,
    isCertain,
  };
}
