import { RelativeTime, SafeLink } from '@atrium/ui';
import { ButtonIcon, Link, Tooltip, TooltipTrigger } from '@backstage/ui';
import type { Notification } from '@backstage/plugin-notifications-common';
import {
  RiBookmarkFill,
  RiBookmarkLine,
  RiCheckLine,
  RiMailUnreadLine,
} from '@remixicon/react';
import { useChangeNotification } from '../queries/useNotifications';
import { instantOf } from '../shared/instantOf';
import { t } from '../translation';
import { notificationTexts } from '../words/notificationTexts';
import { toSeverityWords } from '../words/severityWords';
import { toTopicTitle } from '../words/toTopicTitle';
import { ChangeError } from '../shared/ChangeError';
import styles from './NotificationList.module.css';
import type { RowFocus } from './useRowFocus';

export interface NotificationItemProps {
  notification: Notification;
  /** Knows which row has the focus. */
  row: RowFocus;
}

export function NotificationItem(props: NotificationItemProps) {
  const { notification, row } = props;
  const { id, payload, origin, read, saved } = notification;
  const { link, topic, severity = 'normal' } = payload;
  const { title, description } = notificationTexts(notification);
  const change = useChangeNotification();
  const { label, icon: Icon } = toSeverityWords(severity);
  const instant = instantOf(notification);
  const markRead = () => {
    if (!read) {
      change.mutate({ id, read: true });
    }
  };
  return (
    <li {...row} className={styles.item} data-unread={!read}>
      <span className={styles.icon} data-severity={severity}>
        <Icon size={18} aria-label={label} role="img" />
      </span>
      <div className={styles.texts}>
        {/* Whoever opens it has read it. */}
        <span className={styles.title} onClickCapture={markRead}>
          {link?.startsWith('/') ? (
            <Link href={link}>{title}</Link>
          ) : (
            <SafeLink href={link}>{title}</SafeLink>
          )}
        </span>
        {description && <p className={styles.description}>{description}</p>}
        <span className={styles.facts}>
          {toTopicTitle(topic ?? origin)}
          {' · '}
          <RelativeTime instant={instant} />
          {!read && (
            <span className={styles.hidden}>
              {' '}
              {t('notificationItem.unread')}
            </span>
          )}
        </span>
        <ChangeError error={change.error} />
      </div>
      <div className={styles.actions}>
        <Action
          label={
            saved
              ? t('notificationItem.removeFromSaved')
              : t('notificationItem.save')
          }
          title={title}
          icon={saved ? <RiBookmarkFill /> : <RiBookmarkLine />}
          onPress={() => change.mutate({ id, saved: !saved })}
        />
        <Action
          label={
            read
              ? t('notificationItem.markAsUnread')
              : t('notificationItem.markAsRead')
          }
          title={title}
          icon={read ? <RiMailUnreadLine /> : <RiCheckLine />}
          onPress={() => change.mutate({ id, read: !read })}
        />
      </div>
    </li>
  );
}

interface ActionProps {
  label: string;
  /** Of the notification: a screen reader hears the button alone. */
  title: string;
  icon: JSX.Element;
  onPress(): void;
}

function Action({ label, title, icon, onPress }: ActionProps) {
  return (
    <TooltipTrigger>
      <ButtonIcon
        variant="tertiary"
        size="small"
        aria-label={`${label}: ${title}`}
        icon={icon}
        onPress={onPress}
      />
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}
