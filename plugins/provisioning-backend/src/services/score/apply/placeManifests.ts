import type { WorkloadObject } from '@atrium/plugin-provisioning-node';
import type { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';

const labelsSchema = z.record(z.string(), z.string()).optional();

const manifestSchema = z
  .object({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z
      .object({ name: z.string(), labels: labelsSchema })
      .catchall(z.json()),
  })
  .catchall(z.json());

/**
 * Puts rendered manifests into a namespace, with labels on each of them and on
 * the pods that they make, by which one sees whose they are.
 */
export function placeManifests(
  manifests: JsonObject[],
  { namespace, labels }: { namespace: string; labels: Record<string, string> },
): WorkloadObject[] {
  return manifests.map(rendered => {
    const { metadata, spec, ...manifest } = manifestSchema.parse(rendered);
    return {
      ...manifest,
      metadata: {
        ...metadata,
        namespace,
        labels: { ...metadata.labels, ...labels },
      },
      ...(spec !== undefined && { spec: withPodLabels(spec, labels) }),
    };
  });
}

/** Only what makes pods has a template. */
function withPodLabels(
  spec: JsonValue,
  labels: Record<string, string>,
): JsonValue {
  const { data } = z
    .object({
      template: z
        .object({
          metadata: z.object({ labels: labelsSchema }).catchall(z.json()),
        })
        .catchall(z.json()),
    })
    .catchall(z.json())
    .safeParse(spec);
  if (!data) {
    return spec;
  }
  const { metadata } = data.template;
  return {
    ...data,
    template: {
      ...data.template,
      metadata: { ...metadata, labels: { ...metadata.labels, ...labels } },
    },
  };
}
