import { useProvisioningQuery } from './provisioningHooks';

/** All that can be asked for; it changes only with files of definitions. */
export const useDefinitions = () =>
  useProvisioningQuery(['definitions'], api => api.getDefinitions(), {
    // Whoever just wrote one looks for it.
    refetchOnMount: 'always',
  });
