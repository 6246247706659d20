import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { notesApiRef } from '../api/notesApiRef';
import { notesQueryKey } from './notesQueryKey';

/** The latest notes of the person, about one entity or about all. */
export function useNotes(entityRef?: string) {
  const notesApi = useApi(notesApiRef);
  return useQuery({
    queryKey: notesQueryKey(entityRef),
    queryFn: () => notesApi.list(entityRef),
  });
}
