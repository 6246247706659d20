import { t } from '../../translation';
import styles from './UnreadBadge.module.css';

export interface UnreadBadgeProps {
  /** Nothing is shown while it is not known, and where there is nothing. */
  count: number | undefined;
}

/** How many notifications wait to be read. */
export function UnreadBadge({ count }: UnreadBadgeProps) {
  return count ? (
    <span
      className={styles.badge}
      aria-label={t('unreadBadge.unread', { number: count })}
      role="img"
    >
      {count > 99 ? '99+' : count}
    </span>
  ) : null;
}
