import type { ResourceTarget } from '@atrium/plugin-provisioning-node';
import type { z } from 'zod';
import {
  type KubernetesObject,
  readKubernetesObject,
} from './cluster/KubernetesObject';
import { kubernetesInputsSchema } from './describeKubernetes';
import { fillTemplate } from './templates/fillTemplate';

/** Whose an object is. */
export const RESOURCE_LABEL = 'atrium.dev/resource-id';
/** Of which portal an object is. */
export const INSTALLATION_LABEL = 'atrium.dev/installation-id';
/** What was finished last, on the first object. */
export const FINGERPRINT_ANNOTATION = 'atrium.dev/fingerprint';
/** The name of the resource, on each object. */
export const NAME_ANNOTATION = 'atrium.dev/provider-name';

/** A target with its manifests as they are to be. */
export type RenderedTarget = Omit<
  z.infer<typeof kubernetesInputsSchema>,
  'manifests'
> & { manifests: KubernetesObject[] };

/**
 * Fills in the manifests of a target, and marks each as of its resource.
 *
 * @throws Error on a placeholder without a value and on what is no object
 */
export function renderManifests(target: ResourceTarget): RenderedTarget {
  const { inputs, parameters, providerName, resourceId, labels } = target;
  const { installationId } = target;
  const { manifests: templates, ...more } = inputs;
  const values = {
    name: providerName,
    id: resourceId,
    owner: labels.ownerRef,
    environment: labels.environment,
    namespace: inputs.namespace ?? '',
    inputs: more,
    parameters,
  };
  const { ready, ...rest } = more;
  const filled = kubernetesInputsSchema.parse({
    ...Object(fillTemplate(rest, values)),
    // Not filled in: a value must not become a part of an expression.
    ready,
    manifests: fillTemplate(templates ?? [], values),
  });
  return {
    ...filled,
    manifests: filled.manifests.map(manifest => {
      const { metadata, ...object } = readKubernetesObject(manifest);
      return {
        ...object,
        metadata: {
          ...metadata,
          namespace: metadata.namespace ?? filled.namespace,
          labels: {
            ...metadata.labels,
            'app.kubernetes.io/managed-by': 'atrium',
            [RESOURCE_LABEL]: resourceId,
            [INSTALLATION_LABEL]: installationId,
          },
          annotations: {
            ...metadata.annotations,
            [NAME_ANNOTATION]: providerName,
          },
        },
      };
    }),
  };
}
