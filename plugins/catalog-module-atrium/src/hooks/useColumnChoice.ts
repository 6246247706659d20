import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { storageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { z } from 'zod';
import type { CatalogKind } from '../list/catalogKinds';
import { type ColumnId, columnIdSchema } from '../list/columnIds';

const BUCKET = 'atrium-catalog';
const KEY = 'columns';

const choiceSchema = z.partialRecord(columnIdSchema, z.boolean()).catch({});

/** Which columns the person shows; kept with their settings. */
export function useColumnChoice(kind: Pick<CatalogKind, 'columns' | 'hidden'>) {
  const storageApi = useApi(storageApiRef);
  const bucket = useMemo(() => storageApi.forBucket(BUCKET), [storageApi]);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const subscription = bucket.observe$(KEY).subscribe(onChange);
      return () => subscription.unsubscribe();
    },
    [bucket],
  );
  const stored = useSyncExternalStore(subscribe, () =>
    JSON.stringify(bucket.snapshot(KEY).value ?? {}),
  );
  const choice = useMemo(
    () => choiceSchema.parse(JSON.parse(stored)),
    [stored],
  );
  const isShown = (column: ColumnId) =>
    choice[column] ?? !kind.hidden.includes(column);
  const choose = (column: ColumnId, isWanted: boolean) =>
    bucket.set(KEY, { ...choice, [column]: isWanted });
  return { shown: kind.columns.filter(isShown), choose };
}
