import type { DeletionPolicy } from '@atrium/plugin-provisioning-common';

const DAY_MS = 86_400_000;

/** From how many days on people should think of the end. */
export const LEASE_SOON_DAYS = 14;

/** A number of days: `1 day`, `30 days`. */
export function dayCountWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** Whole days from one instant to another; what has begun counts as a day. */
export function daysUntil(instant: string, now: Date): number {
  return Math.ceil((new Date(instant).getTime() - now.getTime()) / DAY_MS);
}

/** How long a lease still runs, or what follows after it. */
export function leaseLeftWords(
  { endsAt, removedAt }: { endsAt: string; removedAt: string },
  now: Date,
): string {
  const left = daysUntil(endsAt, now);
  if (left > 0) {
    return `${dayCountWords(left)} left`;
  }
  const grace = daysUntil(removedAt, now);
  return grace > 0
    ? `Over, removed in ${dayCountWords(grace)}`
    : 'Over, being removed';
}

/** Whether a lease ends soon, or is over. */
export function isLeaseEnding(endsAt: string, now: Date): boolean {
  return daysUntil(endsAt, now) <= LEASE_SOON_DAYS;
}

/** What a deletion comes to. */
export const DELETION_WORDS: Record<DeletionPolicy, string> = {
  protect: 'Cannot be deleted in the portal',
  'snapshot-then-delete': 'Data is saved in a snapshot, then deleted',
  delete: 'Data is deleted with it',
};
