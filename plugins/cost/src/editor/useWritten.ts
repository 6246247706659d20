import { useState } from 'react';

/**
 * What somebody is writing, as long as it says the same as what the file has of it:
 * a comma at the end says nothing yet, and must not be taken away.
 *
 * @param kept - what the file has, tidy
 * @param tidy - how a text looks once it was kept
 */
export function useWritten(
  kept: string,
  tidy: (text: string) => string,
): [string, (text: string) => void] {
  const [written, setWritten] = useState(kept);
  return [tidy(written) === kept ? written : kept, setWritten];
}
