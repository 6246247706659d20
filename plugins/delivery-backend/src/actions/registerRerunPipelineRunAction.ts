import { parseInput } from '@atrium/common';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import { runParametersSchema } from '../routes/createReadRouter';
import type { RerunService } from '../services/RerunService';

/** Lets agents start a run again on behalf of a person. */
export function registerRerunPipelineRunAction(
  registry: ActionsRegistryService,
  { auth, reruns }: { auth: AuthService; reruns: RerunService },
): void {
  registry.register({
    name: 'rerun-pipeline-run',
    title: 'Start a pipeline run again',
    description:
      'Starts a finished pipeline run again on the system it ran on, if that system lets the portal do so and you may do it for the component. get-delivery-status gives the ids of runs.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z => z.object({ id: z.string().describe('The id of the run.') }),
      output: z =>
        z.object({ isStarted: z.boolean().describe('Always true.') }),
    },
    examples: [
      {
        title: 'Start a run again',
        input: { id: '3f0c1b1e-6a52-5b0e-9f43-0f6f4d1f7f10' },
      },
    ],
    action: async ({ input, credentials }) => {
      const { id } = parseInput(runParametersSchema, input);
      if (!auth.isPrincipal(credentials, 'user')) {
        throw new NotAllowedError('Only a person may start runs again');
      }
      await reruns.rerun(id, { credentials });
      return { output: { isStarted: true } };
    },
  });
}
