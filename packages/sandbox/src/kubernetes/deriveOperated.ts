import { z } from 'zod';
import type { Applied } from './applyManifests.ts';
import type { ClusterBuilder } from './ClusterBuilder.ts';
import { fillTemplate, templateSchema } from './fillTemplate.ts';
import { readFixture } from '../readFixture.ts';
import { ownedBy } from './kubernetesTypes.ts';
import { second } from '../durations.ts';
import type { KubernetesObject } from './kubernetesTypes.ts';
import type { PlainManifest } from './manifestSchemas.ts';
import { seededUid } from '../seed.ts';

/** By group and kind, without the version. */
const operators = readFixture(
  'kubernetes/operators.yaml',
  z.record(
    z.string(),
    z.object({
      afterSeconds: z.number().default(0),
      starting: templateSchema.optional(),
      status: templateSchema,
      secrets: z.record(z.string(), templateSchema).default({}),
    }),
  ),
);

/**
 * An object that is served as it was written, with the status and the Secrets
 * that the operator of its kind would have made by now.
 */
export function deriveOperated(
  builder: ClusterBuilder,
  applied: Applied<PlainManifest>,
) {
  const { manifest } = applied;
  const [, group = ''] = manifest.apiVersion.split('/').reverse();
  const operator = operators[`${group}/${manifest.kind}`];
  const object: KubernetesObject = {
    ...manifest,
    metadata: builder.metadataOf(applied, operator && 1),
  };
  if (!operator) {
    builder.add(object);
    return;
  }
  const { creationTimestamp, namespace } = object.metadata;
  const readyAt =
    Date.parse(creationTimestamp) + operator.afterSeconds * second;
  if (builder.now < readyAt) {
    builder.add({
      ...object,
      status: fillTemplate(operator.starting ?? {}, object),
    });
    return;
  }
  builder.add({ ...object, status: fillTemplate(operator.status, object) });
  for (const [name, texts] of Object.entries(
    fillTemplate(operator.secrets, object),
  )) {
    // Where the name is the object's to say, it may name none.
    if (name === '') {
      continue;
    }
    builder.add({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name,
        namespace,
        uid: seededUid(`Secret/${namespace}/${name}`),
        creationTimestamp,
        ownerReferences: ownedBy(object),
      },
      type: 'Opaque',
      data: encode(texts),
    });
  }
}

/** The data of a Secret is base64. */
function encode(texts: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts ?? {}).map(([key, text]) => [
      key,
      Buffer.from(String(text)).toString('base64'),
    ]),
  );
}
