import type {
  ApiVersion,
  ApiVersionWithDefinition,
} from '@atrium/plugin-api-history-common';
import { ResponseError } from '@backstage/errors';
import {
  type FetchApi,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';

/** How many versions back a valid one is looked for. */
const MAX_VERSIONS = 200;

/** The newest version of a definition that can be read; null without one. */
export function useLastValidVersion(entityRef: string) {
  const fetchApi = useApi(fetchApiRef);
  return useQuery({
    queryKey: ['api-docs', 'last-valid-version', entityRef],
    queryFn: () => findLastValidVersion(fetchApi, entityRef),
  });
}

async function findLastValidVersion(
  fetchApi: FetchApi,
  entityRef: string,
): Promise<ApiVersionWithDefinition | null> {
  const query = new URLSearchParams({ entityRef, limit: `${MAX_VERSIONS}` });
  const { items } = await get<{ items: ApiVersion[] }>(
    fetchApi,
    `/versions?${query}`,
  );
  const valid = items.find(version => version.isValid && version.hasDefinition);
  return valid
    ? get(fetchApi, `/versions/${encodeURIComponent(valid.id)}`)
    : null;
}

async function get<T>(fetchApi: FetchApi, path: string): Promise<T> {
  const response = await fetchApi.fetch(`plugin://api-history${path}`);
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return response.json();
}
