import {
  lazy,
  Suspense,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Command } from '@atrium/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { isHelpKey, isSearchKey } from './isSearchKey';
import { quickSearchApiRef } from './QuickSearchApi';
import { TypeAhead } from './TypeAhead';

const QuickSearchDialog = lazy(() =>
  import('./QuickSearchDialog').then(m => ({ default: m.QuickSearchDialog })),
);
const ShortcutSheet = lazy(() =>
  import('./ShortcutSheet').then(m => ({ default: m.ShortcutSheet })),
);

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

export interface QuickSearchProps {
  /** What can be done from any page. Default: nothing. */
  commands?: readonly Command[];
}

const NO_COMMANDS: readonly Command[] = [];

/**
 * The search over any page, opened by its keys or through the API, and the sheet
 * of all keys. The frame of the app holds it once; its code is loaded when it
 * opens first.
 */
export function QuickSearch({ commands = NO_COMMANDS }: QuickSearchProps) {
  const quickSearch = useApi(quickSearchApiRef);
  const isOpen = useSyncExternalStore(
    quickSearch.subscribe,
    quickSearch.isOpen,
  );
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  // Not after the frame is drawn: who sees it may press the keys at once.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isSearchKey(event, isApple)) {
        event.preventDefault();
        quickSearch.open();
      } else if (isHelpKey(event)) {
        event.preventDefault();
        setIsHelpOpen(true);
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [quickSearch]);

  return (
    <>
      {isOpen && (
        <OpenQuickSearch commands={commands} onClose={quickSearch.close} />
      )}
      <Suspense>
        {isHelpOpen && (
          <ShortcutSheet
            isApple={isApple}
            onClose={() => setIsHelpOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}

interface OpenQuickSearchProps {
  commands: readonly Command[];
  onClose(): void;
}

/** Keeps what is typed, from the key that opened it on. */
function OpenQuickSearch({ commands, onClose }: OpenQuickSearchProps) {
  const [text, setText] = useState('');
  return (
    <Suspense fallback={<TypeAhead onChange={setText} onClose={onClose} />}>
      <QuickSearchDialog
        commands={commands}
        text={text}
        onTextChange={setText}
        onClose={onClose}
      />
    </Suspense>
  );
}
