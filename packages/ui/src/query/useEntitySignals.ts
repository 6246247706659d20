import { useEffect } from 'react';
import { hashKey, useQueryClient } from '@tanstack/react-query';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';

/** Signals come in bursts; one refresh follows each. */
const SETTLE_MS = 300;

/** Options of {@link useEntitySignals}. */
export interface EntitySignalsOptions {
  /** Where the backend says that something changed. */
  channel: string;
  /** Begins the keys of the queries that are read anew: `[pluginId]` for all. */
  queryKey: readonly unknown[];
  /** The only entity whose changes matter; all when undefined. */
  entityRef?: string;
}

/**
 * Reads anew what a page shows when the backend says that it changed, by a
 * message with the `entityRefs` that did.
 *
 * @remarks Does nothing where the portal has no signals.
 */
export function useEntitySignals(options: EntitySignalsOptions): void {
  const { channel, queryKey, entityRef } = options;
  const queryClient = useQueryClient();
  const signals = useApiHolder().get(signalApiRef);
  const keyHash = hashKey(queryKey);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () =>
      queryClient.invalidateQueries({ queryKey: JSON.parse(keyHash) });
    const subscription = signals?.subscribe<{ entityRefs?: string[] }>(
      channel,
      ({ entityRefs }) => {
        if (entityRef === undefined || entityRefs?.includes(entityRef)) {
          clearTimeout(timer);
          timer = setTimeout(refresh, SETTLE_MS);
        }
      },
    );
    return () => {
      clearTimeout(timer);
      subscription?.unsubscribe();
    };
  }, [channel, keyHash, entityRef, queryClient, signals]);
}
