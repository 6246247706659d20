import type { IncomingMessage } from 'node:http';
import { readJson } from './readBody.ts';
import { readTextMap } from './readField.ts';
import { restartedAtAnnotation } from './RolloutHistory.ts';
import { badRequest, unsupportedMediaType } from './statusErrors.ts';

/** All of these say the same about a single annotation. */
const patchTypes = new Set([
  'application/merge-patch+json',
  'application/strategic-merge-patch+json',
]);

/**
 * When a patch wants the pods of a workload to have been restarted, as `kubectl
 * rollout restart` writes it. Other patches are refused: manifests come from git.
 */
export async function readRestart(request: IncomingMessage): Promise<string> {
  const [type] = (request.headers['content-type'] ?? '').split(';', 1);
  if (!patchTypes.has(type)) {
    throw unsupportedMediaType(type);
  }
  const body = await readJson(request);
  const { [restartedAtAnnotation]: restartedAt } = readTextMap(
    body,
    'spec.template.metadata.annotations',
  );
  const template = {
    metadata: { annotations: { [restartedAtAnnotation]: restartedAt } },
  };
  if (
    Number.isNaN(Date.parse(restartedAt)) ||
    JSON.stringify(body) !== JSON.stringify({ spec: { template } })
  ) {
    throw badRequest(
      `the sandbox takes patches of the annotation ${restartedAtAnnotation} on the pod template only`,
    );
  }
  return restartedAt;
}
