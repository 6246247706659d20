import { useEffect, useRef } from 'react';
import { readScan, type Scan } from './scan';

/** A person types slower than this; a scanner is done with a code in 60 ms. */
const MAX_GAP_MS = 40;

/**
 * The scanner of the handheld types like a keyboard and ends with Enter. Listens
 * on the whole page, so that nobody has to tap into a field with gloves on.
 */
export function useScanner(onScan: (scan: Scan) => void) {
  const latest = useRef(onScan);
  latest.current = onScan;

  useEffect(() => {
    let buffer = '';
    let lastAt = 0;

    function onKeyDown(event: KeyboardEvent) {
      if (event.timeStamp - lastAt > MAX_GAP_MS) {
        buffer = '';
      }
      lastAt = event.timeStamp;
      if (event.key === 'Enter' && buffer.length > 3) {
        event.preventDefault();
        latest.current(readScan(buffer));
        buffer = '';
      } else if (event.key.length === 1) {
        buffer += event.key;
      }
    }

    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
