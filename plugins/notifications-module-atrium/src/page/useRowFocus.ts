import { type RefObject, useEffect, useRef } from 'react';

/** What a row says of itself. */
export interface RowFocus {
  ref(row: HTMLElement | null): void;
  onFocus(): void;
}

/** Where the focus of a list goes. */
export interface ListFocus {
  rowOf(id: string): RowFocus;
  /** Of the button that is about all rows. */
  onFocusOfAll(): void;
  /** What holds the rows. */
  list: RefObject<HTMLDivElement>;
  /** What stands in place of the list where it has no row. */
  empty: RefObject<HTMLDivElement>;
}

/** Stands for a button that is about all rows. */
const ALL = '';

/**
 * Moves the focus on to the next row when the row that has it goes, to the list when
 * the button about all rows goes, and to what is said instead of the list when no row
 * is left.
 *
 * @remarks What is marked as read leaves the list of what is unread, along with the
 * button that did it; whoever works without a mouse would begin at the top again.
 * @param ids - the rows in their order
 * @param hasAllButton - whether there is a button about all rows
 */
export function useRowFocus(ids: string[], hasAllButton: boolean): ListFocus {
  const rows = useRef(new Map<string, HTMLElement>());
  const focused = useRef<string>();
  const list = useRef<HTMLDivElement>(null);
  const empty = useRef<HTMLDivElement>(null);
  const shown = useRef({ ids, hasAllButton });
  useEffect(() => {
    const { current: id } = focused;
    const before = shown.current;
    shown.current = { ids, hasAllButton };
    // Whoever went elsewhere meanwhile stays there.
    if (id === undefined || document.activeElement !== document.body) {
      return;
    }
    const place = before.ids.indexOf(id);
    const isGone =
      id === ALL
        ? before.hasAllButton && !hasAllButton
        : place >= 0 && !ids.includes(id);
    if (!isGone) {
      return;
    }
    if (ids.length === 0) {
      empty.current?.focus();
    } else if (id === ALL) {
      list.current?.focus();
    } else {
      const next = ids[Math.min(place, ids.length - 1)];
      const buttons = rows.current.get(next)?.querySelectorAll('button');
      // The one that takes a notification off the list is the last.
      [...(buttons ?? [])].at(-1)?.focus();
    }
  }, [ids, hasAllButton]);
  return {
    rowOf: id => ({
      ref: row => {
        if (row) {
          rows.current.set(id, row);
        } else {
          rows.current.delete(id);
        }
      },
      onFocus: () => {
        focused.current = id;
      },
    }),
    onFocusOfAll: () => {
      focused.current = ALL;
    },
    list,
    empty,
  };
}
