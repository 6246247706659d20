import type { DiffQuery } from '@atrium/plugin-api-history-common';
import { useApiHistoryQuery } from './apiHistoryHooks';

/** What changed in meaning between two versions of an API. */
export const useDiff = (query: DiffQuery) =>
  useApiHistoryQuery([query.entityRef, 'diff', query], api =>
    api.getDiff(query),
  );

/** What changed in the text between two versions of an API. */
export const useLineDiff = (query: DiffQuery) =>
  useApiHistoryQuery([query.entityRef, 'lines', query], api =>
    api.getLineDiff(query),
  );
