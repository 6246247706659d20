import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type UseQueryOptions,
} from '@tanstack/react-query';
import type { Page } from '@atrium/common';
import { type ApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { HttpReadOptions } from '../http/PluginHttpClient';

/** What {@link createPluginHooks} needs to know of a plugin. */
export interface PluginHooksOptions<Api> {
  /** Begins the key of every query, so that one change finds them all. */
  pluginId: string;
  apiRef: ApiRef<Api>;
  /** How often what is in sight is read anew. Default: only when it changes. */
  refreshMs?: number;
}

/** Options of TanStack Query that a query of a plugin takes. */
export type PluginQueryOptions<T> = Omit<
  UseQueryOptions<T>,
  'queryKey' | 'queryFn'
> & {
  /** Not read anew after changes and signals, only by time: it costs too much. */
  ignoresChanges?: boolean;
};

/** Options of a mutation of a plugin. */
export interface PluginMutationOptions {
  /**
   * The key of the queries that are read anew afterwards, or false for none.
   * Default: all of the plugin.
   */
  invalidates?: readonly unknown[] | false;
}

/**
 * Makes the hooks by which the components of a plugin read and change what its
 * backend has. Every plugin has one set, under names of its own.
 *
 * @example
 * ```ts
 * export const { usePluginQuery: useSloQuery, usePluginMutation: useSloMutation } =
 *   createPluginHooks({ pluginId: 'slo', apiRef: sloApiRef });
 *
 * const useSlo = (id: string) => useSloQuery(['slo', id], api => api.getSlo(id));
 * const useDeleteSlo = () => useSloMutation((api, id: string) => api.deleteSlo(id));
 * ```
 */
export function createPluginHooks<Api>(options: PluginHooksOptions<Api>) {
  const { pluginId, apiRef, refreshMs } = options;
  const keyOf = (key: readonly unknown[], ignoresChanges = false) => [
    ignoresChanges ? `${pluginId}-ignoring-changes` : pluginId,
    ...key,
  ];

  /**
   * Reads something, and keeps the answer before while another one is awaited.
   *
   * @param key - names what is read and by which parameters
   */
  function usePluginQuery<T>(
    key: readonly unknown[],
    read: (api: Api, context: HttpReadOptions) => Promise<T>,
    { ignoresChanges, ...queryOptions }: PluginQueryOptions<T> = {},
  ) {
    const api = useApi(apiRef);
    return useQuery<T>({
      placeholderData: keepPreviousData,
      refetchInterval: refreshMs,
      ...queryOptions,
      queryKey: keyOf(key, ignoresChanges),
      // Who reads the signal can be aborted, so it is not read for those who do not.
      queryFn: context =>
        read(api, {
          get signal() {
            return context.signal;
          },
        }),
    });
  }

  /** Reads a list page after page; `fetchNextPage` adds the next one. */
  function usePluginPages<T>(
    key: readonly unknown[],
    readPage: (api: Api, cursor: string | undefined) => Promise<Page<T>>,
    { ignoresChanges }: Pick<PluginQueryOptions<T>, 'ignoresChanges'> = {},
  ) {
    const api = useApi(apiRef);
    return useInfiniteQuery({
      placeholderData: keepPreviousData,
      queryKey: keyOf(key, ignoresChanges),
      queryFn: ({ pageParam }) => readPage(api, pageParam),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ nextCursor }) => nextCursor,
      select: ({ pages }: InfiniteData<Page<T>>) => ({
        items: pages.flatMap(({ items }) => items),
        totalItems: pages[0].totalItems,
      }),
    });
  }

  /** Changes something, and has what the plugin shows read anew. */
  function usePluginMutation<T, Input = void>(
    change: (api: Api, input: Input) => Promise<T>,
    { invalidates = [] }: PluginMutationOptions = {},
  ) {
    const api = useApi(apiRef);
    const queryClient = useQueryClient();
    return useMutation({
      mutationFn: (input: Input) => change(api, input),
      onSuccess: () => {
        if (invalidates) {
          // Not waited for: the change is accepted, however slow reading is.
          void queryClient.invalidateQueries({ queryKey: keyOf(invalidates) });
        }
      },
    });
  }

  return { usePluginQuery, usePluginPages, usePluginMutation };
}
