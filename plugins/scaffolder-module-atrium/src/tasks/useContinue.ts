import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';

/**
 * Has a run go on with the steps that are not completed.
 *
 * @param onContinued - called once it goes on
 */
export function useContinue(taskId: string, onContinued: () => void) {
  const scaffolderApi = useApi(scaffolderApiRef);
  return useMutation({
    mutationFn: () => scaffolderApi.retry(taskId),
    onSuccess: onContinued,
  });
}
