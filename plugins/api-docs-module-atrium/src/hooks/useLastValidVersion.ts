import { MAX_PAGE_SIZE, type Page } from '@atrium/common';
import type {
  ApiVersion,
  ApiVersionWithDefinition,
} from '@atrium/plugin-api-history-common';
import { PluginHttpClient, urlPath } from '@atrium/ui';
import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';

/** The newest version of a definition that can be read; null without one. */
export function useLastValidVersion(entityRef: string) {
  const fetchApi = useApi(fetchApiRef);
  return useQuery({
    queryKey: ['api-docs', 'last-valid-version', entityRef],
    queryFn: () =>
      findLastValidVersion(
        new PluginHttpClient({ pluginId: 'api-history', fetchApi }),
        entityRef,
      ),
  });
}

async function findLastValidVersion(
  http: PluginHttpClient,
  entityRef: string,
): Promise<ApiVersionWithDefinition | null> {
  const { items } = await http.get<Page<ApiVersion>>('/versions', {
    entityRef,
    limit: MAX_PAGE_SIZE,
  });
  const valid = items.find(version => version.isValid && version.hasDefinition);
  return valid ? http.get(urlPath`/versions/${valid.id}`) : null;
}
