import { useState } from 'react';

/**
 * What somebody is writing, as long as it says the same as what the file has of it:
 * a comma at the end says nothing yet, and must not be taken away.
 *
 * @param kept - what the file has
 * @param isSame - whether what is written says the same as what is kept
 */
export function useWritten<T>(
  kept: T,
  isSame: (written: T, kept: T) => boolean,
): [T, (written: T) => void] {
  const [written, setWritten] = useState(kept);
  return [isSame(written, kept) ? written : kept, setWritten];
}
