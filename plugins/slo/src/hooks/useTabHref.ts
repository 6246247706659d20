import { useSearchParams } from 'react-router-dom';

/** What opens something on the tab, and closes what was open. */
const OPENED = ['slo', 'objective', 'range', 'edit', 'new'];

/** Addresses on the tab: its list, or with something opened. */
export function useTabHref() {
  const [params] = useSearchParams();
  return (opened: Record<string, string | undefined> = {}): string => {
    const address = new URLSearchParams(params);
    for (const name of OPENED) {
      address.delete(name);
    }
    for (const [name, value] of Object.entries(opened)) {
      if (value !== undefined) {
        address.set(name, value);
      }
    }
    return `?${address}`;
  };
}
