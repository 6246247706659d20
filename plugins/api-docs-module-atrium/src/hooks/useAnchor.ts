import { useCallback } from 'react';
import { useAppLocation, useAppNavigate } from '@backstage/frontend-plugin-api';

/**
 * The part of the definition that the address points to, such as
 * `POST /refunds` or `LedgerService.PostEntry`.
 */
export function useAnchor(): [string, (anchor: string) => void] {
  const { hash } = useAppLocation();
  const navigate = useAppNavigate();
  const setAnchor = useCallback(
    (anchor: string) =>
      navigate(`#${encodeURIComponent(anchor)}`, { replace: true }),
    [navigate],
  );
  return [decode(hash.slice(1)), setAnchor];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Somebody's own percent sign.
    return text;
  }
}
