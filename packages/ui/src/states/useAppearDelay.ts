import { useEffect, useState } from 'react';

/** What comes in the place of a skeleton this soon is waited for along with it. */
const SAME_WAIT_MS = 300;

/** How many skeletons are there, and since when; from the start of the page at first. */
let count = 0;
let begunAt = 0;
let endedAt = Infinity;

/**
 * When a skeleton appears, as styles of its animation: what comes quickly comes without
 * a flash of grey, and one skeleton that follows another is there at once, so that a
 * page does not turn blank between the steps of its loading.
 */
export function useAppearDelay(patienceMs: number): {
  animationDelay: string;
} {
  const [delayMs] = useState(() => {
    const now = performance.now();
    const isSameWait = count > 0 || now - endedAt < SAME_WAIT_MS;
    return patienceMs - (isSameWait ? now - begunAt : 0);
  });
  useEffect(() => {
    const now = performance.now();
    if (count === 0 && now - endedAt >= SAME_WAIT_MS) {
      begunAt = now;
    }
    count += 1;
    return () => {
      count -= 1;
      endedAt = performance.now();
    };
  }, []);
  return { animationDelay: `${Math.round(delayMs)}ms` };
}
