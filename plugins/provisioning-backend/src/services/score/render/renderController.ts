import type { FieldIssue } from '@atrium/common/yaml';
import type { JsonObject } from '@backstage/types';

/** Annotations of a Score file that are meant for score-k8s. */
export const SCORE_KUBERNETES_PREFIX = 'k8s.score.dev/';

const KIND_ANNOTATION = `${SCORE_KUBERNETES_PREFIX}kind`;

type WorkloadKind = 'Deployment' | 'StatefulSet';

interface RenderControllerOptions {
  metadata: { name: string; labels: Record<string, string> };
  selector: Record<string, string>;
  template: JsonObject;
}

/** What the file says that makes its pods; a Deployment where it says nothing. */
export function readWorkloadKind(
  annotations: Record<string, string> | undefined,
  found: FieldIssue[],
): WorkloadKind {
  const kind = annotations?.[KIND_ANNOTATION] ?? 'Deployment';
  if (kind === 'Deployment' || kind === 'StatefulSet') {
    return kind;
  }
  found.push({
    path: ['metadata', 'annotations', KIND_ANNOTATION],
    message: `must be 'Deployment' or 'StatefulSet', not '${kind}'`,
  });
  return 'Deployment';
}

/**
 * What makes the pods. As score-k8s does, a StatefulSet comes with a headless
 * Service that gives its pods names; its port is there because Kubernetes asks
 * for one.
 */
export function renderController(
  kind: WorkloadKind,
  { metadata, selector, template }: RenderControllerOptions,
): JsonObject[] {
  const serviceName = `${metadata.name}-headless-svc`;
  const controller: JsonObject = {
    apiVersion: 'apps/v1',
    kind,
    metadata,
    spec: {
      selector: { matchLabels: selector },
      ...(kind === 'StatefulSet' && { serviceName }),
      template,
    },
  };
  return kind === 'Deployment'
    ? [controller]
    : [
        {
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { ...metadata, name: serviceName },
          spec: {
            selector,
            clusterIP: 'None',
            ports: [{ name: 'default', port: 99, targetPort: 99 }],
          },
        },
        controller,
      ];
}
