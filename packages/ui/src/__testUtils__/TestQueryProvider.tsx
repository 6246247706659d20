import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { QueryProvider } from '../query/QueryProvider';

/**
 * The caches of a page under test, empty at first. Backstage keeps what a person may
 * do for the whole process, so that a test would be answered as the one before it.
 */
export function TestQueryProvider({ children }: { children: ReactNode }) {
  return (
    <SWRConfig value={{ provider: () => new Map() }}>
      <QueryProvider>{children}</QueryProvider>
    </SWRConfig>
  );
}
