import { Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { NotificationMessages } from '@atrium/plugin-notifications-module-atrium';
import { type CommandParams, LoadingPlaceContext } from '@atrium/ui';
import { SidebarPinStateProvider } from '@backstage/core-components';
import { t } from '../../translation';
import { CommandsContext } from './AppSearch';
import { OfflineNotice } from './OfflineNotice';
import { TopBar } from './TopBar';
import styles from './AppLayout.module.css';

export interface AppLayoutProps {
  navigation: ReactNode;
  content: ReactNode;
  /** What can be done from any page. */
  commands: readonly CommandParams[];
}

/**
 * Our navigation has nothing to pin; on a mobile device the settings page does
 * not offer it either.
 */
const noPinning = {
  isPinned: false,
  isMobile: true,
  toggleSidebarPinState: () => {},
};

/** On small screens the navigation is a drawer behind a button in the top bar. */
export function AppLayout(props: AppLayoutProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { pathname } = useLocation();
  useEffect(() => setIsOpen(false), [pathname]);
  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        setIsOpen(false);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOpen]);

  return (
    <LoadingPlaceContext.Provider value="frame">
      <div className={styles.shell}>
        <a href="#content" className={styles.skip}>
          {t('appLayout.skipToContent')}
        </a>
        <TopBar
          isNavigationOpen={isOpen}
          onToggleNavigation={() => setIsOpen(value => !value)}
        />
        <div className={styles.navigation} data-open={isOpen}>
          <CommandsContext.Provider value={props.commands}>
            {props.navigation}
          </CommandsContext.Provider>
        </div>
        {isOpen && (
          <div
            className={styles.backdrop}
            aria-hidden="true"
            onClick={() => setIsOpen(false)}
          />
        )}
        <div id="content" className={styles.content} tabIndex={-1}>
          <OfflineNotice />
          <SidebarPinStateProvider value={noPinning}>
            {props.content}
          </SidebarPinStateProvider>
        </div>
        {/* Nothing around it vanishes while its texts are on their way. */}
        <Suspense fallback={null}>
          <NotificationMessages />
        </Suspense>
      </div>
    </LoadingPlaceContext.Provider>
  );
}
