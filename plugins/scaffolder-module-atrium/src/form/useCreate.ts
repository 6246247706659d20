import { useMutation } from '@tanstack/react-query';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  scaffolderApiRef,
  useTemplateSecrets,
} from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import { useNavigate } from 'react-router-dom';
import { taskHref } from '../createLinks';

/**
 * Runs a template with what was answered, and shows the run.
 *
 * @param onCreated - called before the run is shown
 */
export function useCreate(templateRef: string, onCreated: () => void) {
  const scaffolderApi = useApi(scaffolderApiRef);
  const { secrets } = useTemplateSecrets();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (values: Record<string, JsonValue>) =>
      scaffolderApi.scaffold({ templateRef, values, secrets }),
    onSuccess: ({ taskId }) => {
      onCreated();
      navigate(taskHref(taskId));
    },
  });
}
