import { type Dispatch, type SetStateAction, useLayoutEffect } from 'react';
import { isTyping } from './isSearchKey';

export interface TypeAheadProps {
  onChange: Dispatch<SetStateAction<string>>;
  onClose(): void;
}

/**
 * Stands in for the field of the search while its code is loaded: who opened it by a
 * key is typing already. What has the focus meanwhile does not get the keys.
 */
export function TypeAhead({ onChange, onClose }: TypeAheadProps) {
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { altKey, ctrlKey, key, metaKey } = event;
      // Windows calls AltGr, by which some letters are typed, Ctrl and Alt.
      const isShortcut =
        (altKey || ctrlKey || metaKey) && !event.getModifierState('AltGraph');
      if (isShortcut || event.isComposing || isTyping(event)) {
        return;
      }
      if (key === 'Escape') {
        onClose();
      } else if (key === 'Backspace') {
        onChange(text => text.slice(0, -1));
      } else if (key.length === 1) {
        onChange(text => text + key);
      } else if (key !== 'Enter') {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [onChange, onClose]);
  return null;
}
