import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { useUnreadCount } from '@atrium/plugin-notifications-module-atrium';
import { RiNotification2Line } from '@remixicon/react';
import { t } from '../../translation';
import { AppSearch } from './AppSearch';
import { Logo } from './Logo';
import { NavigationLink } from './NavigationLink';
import { SampleNotice } from './SampleNotice';
import { SearchButton } from './SearchButton';
import { UnreadBadge } from './UnreadBadge';
import { UserLink } from './UserLink';
import styles from './Navigation.module.css';

/** Pages that are reached in another way than by a line of the list. */
const placedElsewhere = [
  'page:search',
  'page:notifications',
  'page:user-settings',
  'page:techdocs/edit',
  'page:techdocs/feedback',
];

/** The order a developer looks for things in; plugins that come later follow by title. */
const everydayPages = [
  'page:home',
  'page:catalog',
  'page:api-docs',
  'page:techdocs',
  'page:scaffolder',
];

export function Navigation(props: NavContentComponentProps) {
  const unreadCount = useUnreadCount();
  const nav = props.navItems.withComponent(item => (
    <NavigationLink to={item.href} icon={item.icon} text={item.title} />
  ));
  for (const page of placedElsewhere) {
    nav.take(page);
  }
  const pages = props.navItems.clone().rest();
  const everyday = everydayPages.map(page => nav.take(page));
  const others = nav.rest({ sortBy: 'title' });

  return (
    <nav className={styles.navigation} aria-label={t('navigation.main')}>
      <div className={styles.brand}>
        <Logo />
      </div>
      <div className={styles.wideOnly}>
        <SearchButton />
      </div>
      <div className={styles.pages}>
        {everyday}
        {others.length > 0 && <hr className={styles.divider} />}
        {others}
      </div>
      <div className={styles.personal}>
        <div className={styles.wideOnly}>
          <NavigationLink
            to="/notifications"
            icon={<RiNotification2Line />}
            text={t('navigation.notifications')}
            aside={<UnreadBadge count={unreadCount} />}
          />
        </div>
        <UserLink />
        <SampleNotice />
      </div>
      <AppSearch pages={pages} />
    </nav>
  );
}
