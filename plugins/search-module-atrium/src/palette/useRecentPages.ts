import { useQuery } from '@tanstack/react-query';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import type { PaletteOption } from './PaletteOption';

const PAGE_LIMIT = 5;

/** The pages that somebody had open last; none where no one keeps them. */
export function useRecentPages(): PaletteOption[] {
  const visitsApi = useApiHolder().get(visitsApiRef);
  const { data = [] } = useQuery({
    queryKey: ['search', 'recent-pages'],
    enabled: visitsApi !== undefined,
    // The page before this one was left a moment ago.
    staleTime: 0,
    queryFn: async () =>
      (await visitsApi?.list({
        limit: PAGE_LIMIT,
        orderBy: [{ field: 'timestamp', direction: 'desc' }],
      })) ?? [],
  });
  return data.map(({ name, pathname }) => ({
    type: 'recent',
    title: name,
    location: pathname,
  }));
}
