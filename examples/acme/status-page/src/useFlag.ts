import { useEffect, useState } from 'react';

/**
 * Evaluates one flag of feature-flag-service for visitors as a whole.
 *
 * @remarks
 * Falls back to off: the page has to work when everything else does not.
 */
export function useFlag(key: string): boolean {
  const [isOn, setIsOn] = useState(false);

  useEffect(() => {
    const controller = new AbortController();
    fetch(`/api/flags/v1/flags/${key}/evaluate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ subject: 'status-page' }),
      signal: controller.signal,
    })
      .then(response => (response.ok ? response.json() : { value: false }))
      .then((evaluation: { value: boolean }) => setIsOn(evaluation.value))
      .catch(() => setIsOn(false));
    return () => controller.abort();
  }, [key]);

  return isOn;
}
