import type { Notification } from '@backstage/plugin-notifications-common';

/** When a notification came, or last came again, as an ISO instant. */
export function instantOf({ created, updated }: Notification): string {
  return new Date(updated ?? created).toISOString();
}
