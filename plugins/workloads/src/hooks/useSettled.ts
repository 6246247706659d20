import { useEffect, useState } from 'react';

/** Typing comes in bursts; the backend is asked once for each. */
const SETTLE_MS = 250;

/** A text as it is once nobody has changed it for a moment. */
export function useSettled(text: string | undefined): string | undefined {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
