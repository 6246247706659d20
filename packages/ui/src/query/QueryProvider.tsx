import { type ReactNode, useState } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { statusOf } from '../http/statusOf';

/** Data younger than this is shown without asking the backend again. */
const STALE_MS = 15_000;

/** Props of {@link QueryProvider}. */
export interface QueryProviderProps {
  children: ReactNode;
}

/** The cache of everything that our pages read; the app mounts it once. */
export function QueryProvider({ children }: QueryProviderProps) {
  const [client] = useState(createQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        retry: (failureCount, error) => failureCount < 2 && isPassing(error),
      },
    },
  });
}

/** An answer such as 404 stays the same however often one asks. */
function isPassing(error: Error): boolean {
  const status = statusOf(error);
  return status !== undefined && status >= 500;
}
