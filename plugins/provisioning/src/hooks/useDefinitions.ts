import { useMemo } from 'react';
import { readDefinitions } from '../words/readDefinitions';
import { useProvisioningQuery } from './provisioningHooks';

/** All that can be asked for; it changes only with files of definitions. */
export function useDefinitions() {
  const query = useProvisioningQuery(
    ['definitions'],
    api => api.getDefinitions(),
    // Whoever just wrote one looks for it.
    { refetchOnMount: 'always' },
  );
  const data = useMemo(
    () => query.data && readDefinitions(query.data),
    [query.data],
  );
  return { ...query, data };
}
