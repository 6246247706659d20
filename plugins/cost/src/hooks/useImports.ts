import type { ImportsQuery, UploadQuery } from '@atrium/plugin-cost-common';
import { useCostMutation, useCostPages, useCostQuery } from './costHooks';

/** A file that is read is looked at again this often. */
const READING_MS = 2_000;

/** The files of bills, newest first. */
export const useImports = (query: Omit<ImportsQuery, 'cursor'>) =>
  useCostPages(['imports', query], (api, cursor) =>
    api.listImports({ ...query, cursor }),
  );

/** One file of a bill, followed while it is read. */
export const useImport = (id: string) =>
  useCostQuery(['import', id], api => api.getImport(id), {
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'waiting' || data?.state === 'reading'
        ? READING_MS
        : false,
  });

/** Where charges come from. */
export const useSources = () =>
  useCostQuery(['sources'], api => api.listSources());

/** Brings in the file of a bill. */
export const useUpload = () =>
  useCostMutation((api, { file, ...query }: UploadQuery & { file: Blob }) =>
    api.upload(query, file),
  );
