import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { toError } from '@backstage/errors';
import { useApi } from '@backstage/frontend-plugin-api';
import type { Credentials } from '@atrium/plugin-provisioning-common';
import { provisioningApiRef } from '../api/ProvisioningApi';

interface Taking {
  credentials?: Credentials;
  error: Error | null;
  isPending: boolean;
}

/**
 * Takes the credentials of a resource, once.
 *
 * @remarks They are held by the component that shows them and by nothing else:
 * the cache of queries and mutations outlives what it was filled for.
 */
export function useTakeCredentials(id: string) {
  const api = useApi(provisioningApiRef);
  const queryClient = useQueryClient();
  const [taking, setTaking] = useState<Taking>({
    error: null,
    isPending: false,
  });
  async function take() {
    setTaking({ error: null, isPending: true });
    try {
      const credentials = await api.takeCredentials(id);
      setTaking({ credentials, error: null, isPending: false });
    } catch (error) {
      setTaking({ error: toError(error), isPending: false });
    }
    // Even if the answer was lost: they may have been given out.
    void queryClient.invalidateQueries({ queryKey: ['provisioning'] });
  }
  return { ...taking, take };
}
