import type { DeletionPolicy } from '@atrium/plugin-provisioning-common';
import { t } from '../translation';

const DAY_MS = 86_400_000;

/** From how many days on people should think of the end. */
export const LEASE_SOON_DAYS = 14;

/** A number of days: `1 day`, `30 days`. */
export function dayCountWords(days: number): string {
  return t('leaseWords.days', { count: days });
}

/** Whole days from one instant to another; what has begun counts as a day. */
export function daysUntil(instant: string, now: Date): number {
  return Math.ceil((new Date(instant).getTime() - now.getTime()) / DAY_MS);
}

/** How long a lease still runs, or what follows after it. */
export function leaseLeftWords(
  { endsAt, removedAt }: { endsAt: string; removedAt?: string },
  now: Date,
): string {
  const left = daysUntil(endsAt, now);
  if (left > 0) {
    return t('leaseWords.left', { left: dayCountWords(left) });
  }
  if (!removedAt) {
    return t('leaseWords.over');
  }
  const grace = daysUntil(removedAt, now);
  return grace > 0
    ? t('leaseWords.overRemovedIn', { count: grace })
    : t('leaseWords.overBeingRemoved');
}

/** Whether a lease ends soon, or is over. */
export function isLeaseEnding(endsAt: string, now: Date): boolean {
  return daysUntil(endsAt, now) <= LEASE_SOON_DAYS;
}

/** What a deletion comes to. */
export const DELETION_WORDS: Record<DeletionPolicy, string> = {
  get protect() {
    return t('leaseWords.cannotBeDeletedInThe');
  },
  get 'snapshot-then-delete'() {
    return t('leaseWords.dataIsSavedInA');
  },
  get delete() {
    return t('leaseWords.dataIsDeletedWithIt');
  },
};
