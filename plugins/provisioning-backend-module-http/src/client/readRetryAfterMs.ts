const LONGEST_MS = 60 * 60_000;

/**
 * For how long `Retry-After` says to wait, by seconds or by a date (RFC 9110,
 * 10.2.3); an hour at most.
 *
 * @returns undefined where it says nothing that can be understood
 */
export function readRetryAfterMs(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? '';
  const waitMs = /^\d+$/.test(value)
    ? Number(value) * 1_000
    : Date.parse(value) - Date.now();
  return Number.isNaN(waitMs)
    ? undefined
    : Math.min(LONGEST_MS, Math.max(0, waitMs));
}
