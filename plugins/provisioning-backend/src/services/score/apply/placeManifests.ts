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
 * the pods that they make, by which one sees whose they are. Services choose pods
 * by them, too: the author of another Score file may give pods the same name.
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
      ...(spec !== undefined && { spec: placeSpec(spec, labels) }),
    };
  });
}

const podMakerSchema = z
  .object({
    template: z
      .object({
        metadata: z.object({ labels: labelsSchema }).catchall(z.json()),
      })
      .catchall(z.json()),
  })
  .catchall(z.json());

/** The selector of what makes pods, `matchLabels`, is fixed once it is there. */
const serviceSchema = z
  .object({ selector: z.record(z.string(), z.string()) })
  .catchall(z.json());

function placeSpec(spec: JsonValue, labels: Record<string, string>): JsonValue {
  const { data: podMaker } = podMakerSchema.safeParse(spec);
  if (podMaker) {
    const { metadata } = podMaker.template;
    return {
      ...podMaker,
      template: {
        ...podMaker.template,
        metadata: { ...metadata, labels: { ...metadata.labels, ...labels } },
      },
    };
  }
  const { data: service } = serviceSchema.safeParse(spec);
  return service
    ? { ...service, selector: { ...service.selector, ...labels } }
    : spec;
}
