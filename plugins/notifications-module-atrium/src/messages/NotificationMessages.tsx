import { useEffect, useRef } from 'react';
import { whenTranslated } from '@atrium/ui';
import {
  toastApiRef,
  useApi,
  useApiHolder,
  useAppLocation,
} from '@backstage/frontend-plugin-api';
import { notificationsApiRef } from '@backstage/plugin-notifications';
import type {
  Notification,
  NotificationSignal,
} from '@backstage/plugin-notifications-common';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  NOTIFICATIONS_CHANNEL,
  useNotificationSignals,
} from '../queries/notificationHooks';
import { t } from '../translation';
import { toSeverityWords } from '../words/severityWords';

const NOTIFICATIONS_PAGE = '/notifications';
const SHOWN_MS = 12_000;

/**
 * Shows each notification once as it comes, over whatever page is open, and
 * keeps the counts and lists of all pages current. The frame of the app holds
 * it once.
 */
export function NotificationMessages() {
  const notifications = useApi(notificationsApiRef);
  const toasts = useApi(toastApiRef);
  const signals = useApiHolder().get(signalApiRef);
  const { pathname } = useAppLocation();
  const path = useRef(pathname);
  path.current = pathname;
  useNotificationSignals();

  useEffect(() => {
    const show = async (notification: Notification) => {
      // The page of notifications has it already.
      if (path.current !== NOTIFICATIONS_PAGE) {
        const { payload } = notification;
        const { notificationTexts } = await import(
          '../words/notificationTexts'
        );
        const message = await whenTranslated(() => ({
          title: notificationTexts(notification).title,
          status: toSeverityWords(payload.severity).message,
          links: [
            {
              label: t('notificationMessages.open'),
              href: payload.link ?? NOTIFICATIONS_PAGE,
            },
          ],
        }));
        toasts.post({ ...message, timeout: SHOWN_MS });
      }
    };
    const subscription = signals?.subscribe<NotificationSignal>(
      NOTIFICATIONS_CHANNEL,
      signal => {
        if (signal.action === 'new_notification') {
          notifications
            .getNotification(signal.notification_id)
            // Who cannot read it now finds it on the page all the same.
            .then(show, () => undefined);
        }
      },
    );
    return () => subscription?.unsubscribe();
  }, [notifications, signals, toasts]);

  return null;
}
