import { formatDate } from '@atrium/ui';
import type { Notification } from '@backstage/plugin-notifications-common';
import { instantOf } from '../shared/instantOf';
import { t } from '../translation';

/** The notifications of one day. */
export interface NotificationDay {
  /** `Today`, `Yesterday` or a date, in the zone of the reader. */
  title: string;
  notifications: Notification[];
}

/** Puts notifications under their days, newest first. */
export function groupByDay(
  notifications: readonly Notification[],
  now: Date,
): NotificationDay[] {
  const today = formatDate(now.toISOString());
  // By the calendar, for a day on which clocks change has 23 or 25 hours.
  const noonYesterday = new Date(
    now.getFullYear(),
    now.getMonth(),
    now.getDate() - 1,
    12,
  );
  const yesterday = formatDate(noonYesterday.toISOString());
  const days = new Map<string, Notification[]>();
  const newestFirst = notifications.toSorted((one, other) =>
    instantOf(other).localeCompare(instantOf(one)),
  );
  for (const notification of newestFirst) {
    const date = formatDate(instantOf(notification));
    days.set(date, [...(days.get(date) ?? []), notification]);
  }
  return [...days].map(([date, ofDay]) => ({
    title: titleOf(date, { today, yesterday }),
    notifications: ofDay,
  }));
}

function titleOf(
  date: string,
  { today, yesterday }: { today: string; yesterday: string },
): string {
  if (date === today) {
    return t('groupByDay.today');
  }
  return date === yesterday ? t('groupByDay.yesterday') : date;
}
