import { useCallback, useEffect, useRef, useState } from 'react';
import { useAppHref, useAppNavigate } from '@backstage/frontend-plugin-api';

/** A way out that somebody took, held back until they confirm it. */
export interface LeaveGuard {
  isAsking: boolean;
  leave(): void;
  stay(): void;
  /**
   * Lets the page be left without a question from now on. For a form that goes on to
   * another page by itself, once what was written is kept.
   */
  release(): void;
}

/** What is used of the browser's Navigation API, which TypeScript lacks yet. */
interface NavigateEvent extends Event {
  navigationType: 'push' | 'replace' | 'reload' | 'traverse';
  hashChange: boolean;
  destination: { url: string; key: string; sameDocument: boolean };
}

interface Navigation extends EventTarget {
  traverseTo(key: string): void;
}

/**
 * Asks before somebody leaves a page with unsaved changes: by a link, by the
 * browser's buttons, or by closing it.
 *
 * @remarks The router of the app can hold nothing back, so the browser does.
 * One without the Navigation API asks only before it loads another page.
 */
export function useLeaveGuard(isDirty: boolean): LeaveGuard {
  const navigate = useAppNavigate();
  const root = useAppHref('/');
  const [destination, setDestination] = useState<NavigateEvent>();
  // Not a state: who releases it leaves at once, before the page is drawn again.
  const isReleased = useRef(false);
  const release = useCallback(() => {
    isReleased.current = true;
  }, []);
  const isGuarding = isDirty && destination === undefined;

  useEffect(() => {
    if (!isGuarding) {
      return undefined;
    }
    const navigation = findNavigation();
    const onNavigate = (event: Event) => {
      if (!isReleased.current && isNavigate(event) && leavesPage(event)) {
        event.preventDefault();
        setDestination(event);
      }
    };
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!isReleased.current) {
        event.preventDefault();
      }
    };
    navigation?.addEventListener('navigate', onNavigate);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      navigation?.removeEventListener('navigate', onNavigate);
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isGuarding]);

  function leave() {
    if (destination?.navigationType === 'traverse') {
      findNavigation()?.traverseTo(destination.destination.key);
    } else if (destination) {
      const { pathname, search, hash } = new URL(destination.destination.url);
      const path = pathname.slice(root.replace(/\/$/, '').length);
      navigate(`${path}${search}${hash}`, {
        replace: destination.navigationType === 'replace',
      });
    }
  }

  return {
    isAsking: destination !== undefined,
    leave,
    stay: () => setDestination(undefined),
    release,
  };
}

function findNavigation(): Navigation | undefined {
  return (window as { navigation?: Navigation }).navigation;
}

function isNavigate(event: Event): event is NavigateEvent {
  return 'navigationType' in event && 'destination' in event;
}

/** Other documents are asked about by the browser itself. */
function leavesPage({ cancelable, hashChange, destination }: NavigateEvent) {
  return cancelable && !hashChange && destination.sameDocument;
}
