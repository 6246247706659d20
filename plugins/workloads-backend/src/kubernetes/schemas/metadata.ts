import {
  controllerOf,
  ownerReferencesSchema,
} from '@atrium/plugin-workloads-common';
import { z } from 'zod';

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

const managedFieldsSchema = z.array(
  z.object({
    manager: z.string().default(''),
    apiVersion: z.string().optional(),
    time: z.string().nullish(),
    subresource: z.string().optional(),
  }),
);

const labelsSchema = z.record(z.string(), z.string());

/** Those of the control plane write in versions of their own. */
const OWN_MANAGERS = /^(kube-controller-manager|kube-scheduler|kubelet)$/;

/**
 * Metadata of an object. What is large and serves one purpose only is read and
 * left behind, since many objects are kept in memory.
 */
export const metadataSchema = z
  .object({
    name: z.string(),
    namespace: z.string().default(''),
    uid: z.string().default(''),
    generation: z.number().optional(),
    creationTimestamp: z.string().nullish(),
    deletionTimestamp: z.string().nullish(),
    labels: labelsSchema.nullish(),
    annotations: labelsSchema.nullish(),
    ownerReferences: ownerReferencesSchema,
    managedFields: managedFieldsSchema.nullish(),
  })
  .transform(({ managedFields, ...metadata }) => {
    const { [LAST_APPLIED]: lastApplied, ...annotations } =
      metadata.annotations ?? {};
    return {
      ...metadata,
      creationTimestamp: metadata.creationTimestamp ?? '',
      labels: metadata.labels ?? {},
      annotations,
      controller: controllerOf(metadata.ownerReferences),
      appliedApiVersion:
        readLastApplied(lastApplied) ?? readManaged(managedFields ?? []),
    };
  });

/** Metadata of an object. */
export type Metadata = z.output<typeof metadataSchema>;

/** An object of which only the metadata counts. */
export const anyObjectSchema = z.object({ metadata: metadataSchema });

const appliedSchema = z.object({ apiVersion: z.string() });

function readLastApplied(text: string | undefined): string | undefined {
  if (!text) {
    return undefined;
  }
  try {
    return appliedSchema.safeParse(JSON.parse(text)).data?.apiVersion;
  } catch {
    return undefined;
  }
}

/** The version in which somebody outside the control plane wrote last. */
function readManaged(
  entries: z.output<typeof managedFieldsSchema>,
): string | undefined {
  return entries
    .filter(
      ({ manager, subresource }) => !subresource && !OWN_MANAGERS.test(manager),
    )
    .sort((a, b) => (a.time ?? '').localeCompare(b.time ?? ''))
    .at(-1)?.apiVersion;
}
