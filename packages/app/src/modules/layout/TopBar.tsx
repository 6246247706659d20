import { useUnreadCount } from '@atrium/plugin-notifications-module-atrium';
import { quickSearchApiRef } from '@atrium/plugin-search-module-atrium';
import { useApi } from '@backstage/frontend-plugin-api';
import { ButtonIcon } from '@backstage/ui';
import {
  RiCloseLine,
  RiMenuLine,
  RiNotification2Line,
  RiSearchLine,
} from '@remixicon/react';
import { Link } from 'react-router-dom';
import { t } from '../../translation';
import { Logo } from './Logo';
import { UnreadBadge } from './UnreadBadge';
import styles from './TopBar.module.css';

export interface TopBarProps {
  isNavigationOpen: boolean;
  onToggleNavigation(): void;
}

/** Stands above the page where there is no room for the navigation beside it. */
export function TopBar(props: TopBarProps) {
  const { isNavigationOpen, onToggleNavigation } = props;
  const quickSearch = useApi(quickSearchApiRef);
  const unreadCount = useUnreadCount();
  return (
    <header className={styles.bar}>
      <Logo />
      <div className={styles.actions}>
        <ButtonIcon
          variant="tertiary"
          size="medium"
          aria-label={t('topBar.search')}
          aria-haspopup="dialog"
          icon={<RiSearchLine />}
          onPress={quickSearch.open}
        />
        <Link to="/notifications" className={styles.link}>
          <RiNotification2Line size={20} aria-hidden="true" />
          <span className={styles.hidden}>{t('topBar.notifications')}</span>
          <span className={styles.badge}>
            <UnreadBadge count={unreadCount} />
          </span>
        </Link>
        <ButtonIcon
          variant="tertiary"
          size="medium"
          aria-label={
            isNavigationOpen
              ? t('topBar.closeNavigation')
              : t('topBar.openNavigation')
          }
          aria-expanded={isNavigationOpen}
          icon={isNavigationOpen ? <RiCloseLine /> : <RiMenuLine />}
          onPress={onToggleNavigation}
        />
      </div>
    </header>
  );
}
