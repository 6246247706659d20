import { useEffect, useRef } from 'react';

/** What a row says of itself. */
export interface RowFocus {
  ref(row: HTMLElement | null): void;
  onFocus(): void;
}

/**
 * Moves the focus on to the next row when the row that has it goes.
 *
 * @remarks What is marked as read leaves the list of what is unread, along with the
 * button that did it; whoever works without a mouse would begin at the top again.
 * @param ids - the rows in their order
 */
export function useRowFocus(ids: string[]) {
  const rows = useRef(new Map<string, HTMLElement>());
  const focused = useRef('');
  const shown = useRef(ids);
  useEffect(() => {
    const place = shown.current.indexOf(focused.current);
    const isGone = place >= 0 && !ids.includes(focused.current);
    shown.current = ids;
    // Whoever went elsewhere meanwhile stays there.
    if (isGone && document.activeElement === document.body) {
      const next = ids.at(Math.min(place, ids.length - 1)) ?? '';
      const buttons = rows.current.get(next)?.querySelectorAll('button');
      // The one that takes a notification off the list is the last.
      [...(buttons ?? [])].at(-1)?.focus();
    }
  }, [ids]);
  return (id: string): RowFocus => ({
    ref: (row: HTMLElement | null) => {
      if (row) {
        rows.current.set(id, row);
      } else {
        rows.current.delete(id);
      }
    },
    onFocus: () => {
      focused.current = id;
    },
  });
}
