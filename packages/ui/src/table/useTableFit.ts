import { useLayoutEffect, useRef, useState } from 'react';

/** Below it no table is read with ease, in px of the window. */
const PHONE_WIDTH = 600;

/** Both widths are rounded. */
const ROUNDING = 1;

/**
 * Whether a table has room where it stands. It is measured before it is seen, and
 * again when the room changes.
 *
 * @returns the ref of what the table would scroll in
 */
export function useTableFit() {
  const place = useRef<HTMLDivElement>(null);
  const [hasRoom, setHasRoom] = useState(true);
  // What it needed when it had no room: without it there is nothing to measure.
  const neededWidth = useRef(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) {
      return undefined;
    }
    const measure = () => {
      const { clientWidth, scrollWidth } = element;
      if (hasRoom) {
        neededWidth.current = scrollWidth;
      }
      setHasRoom(
        window.innerWidth >= PHONE_WIDTH &&
          clientWidth + ROUNDING >= neededWidth.current,
      );
    };
    measure();
    if (typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  });
  return { place, hasRoom };
}
