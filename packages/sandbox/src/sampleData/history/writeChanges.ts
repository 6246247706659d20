import { day, hour } from '../../durations.ts';
import type { Dice } from './Dice.ts';
import type { HistoryWriter } from './HistoryWriter.ts';
import { phrases } from './phrases.ts';
import type { PlannedChange } from './planChanges.ts';
import type { Project } from './readProjects.ts';
import { historyDays } from '../../scenario.ts';
import { listWorkingDays } from './workingDays.ts';

const ticketsPerDay = 0.12;
const closedShare = 0.8;

export function writeChanges(
  writer: HistoryWriter,
  changes: PlannedChange[],
): void {
  for (const change of changes) {
    const subjectId = writer.subject(`pull/${change.number}`);
    const atrium = {
      title: change.title,
      number: String(change.number),
      branch: 'main',
      actor: change.actor,
      firstCommitAt: new Date(change.firstCommitAtMs).toISOString(),
    };
    writer.write({
      name: 'change.created',
      subjectId,
      atMs: change.openedAtMs,
      atrium,
    });
    writer.write({
      name: 'change.reviewed',
      subjectId,
      atMs: change.reviewedAtMs,
      atrium: { actor: change.reviewer },
    });
    writer.write({
      name: change.isMerged ? 'change.merged' : 'change.abandoned',
      subjectId,
      atMs: change.closedAtMs,
      atrium: {
        ...atrium,
        ...(change.isMerged && { commit: change.commit }),
      },
    });
  }
}

export function writeTickets(
  writer: HistoryWriter,
  project: Project,
  dice: Dice,
): void {
  let number = dice.integer(100, 4_000);
  for (const workingDay of listWorkingDays(writer.untilMs, historyDays)) {
    if (!dice.isTrue(ticketsPerDay)) {
      continue;
    }
    number += dice.integer(1, 9);
    const subjectId = writer.subject(`ticket/${number}`);
    const atMs = workingDay.at(dice.between(8 * 60, 18 * 60));
    const content = {
      summary: dice.pick(phrases.tickets),
      ticketType: dice.pick(['bug', 'bug', 'task', 'enhancement']),
      group: project.owner,
      creator: dice.pick(project.people),
      priority: dice.pick(['low', 'medium', 'medium', 'high']),
      labels: [project.name],
    };
    const atrium = { number: String(number) };
    writer.write({ name: 'ticket.created', subjectId, atMs, content, atrium });
    const closedAtMs = atMs + dice.between(0.1, 12) * day + hour;
    if (dice.isTrue(closedShare)) {
      writer.write({
        name: 'ticket.closed',
        subjectId,
        atMs: closedAtMs,
        content: { ...content, resolution: 'completed' },
        atrium,
      });
    }
  }
}
