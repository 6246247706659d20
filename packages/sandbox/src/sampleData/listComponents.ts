import { z } from 'zod';
import type { PortalApi } from '../portal/PortalApi.ts';

const componentsSchema = z.array(
  z.object({
    metadata: z.object({
      name: z.string(),
      namespace: z.string().default('default'),
      tags: z.array(z.string()).default([]),
    }),
    spec: z.object({ type: z.string() }),
  }),
);

/** A component that the portal's catalog has. */
export interface PortalComponent {
  entityRef: string;
  name: string;
  type: string;
  tags: string[];
}

const path =
  '/api/catalog/entities?filter=kind=component&fields=metadata.name,metadata.namespace,metadata.tags,spec.type';

/**
 * The components that the portal's catalog has by now.
 *
 * @throws PortalError when it does not answer
 */
export async function listComponents(
  api: Pick<PortalApi, 'request'>,
  signal: AbortSignal,
): Promise<PortalComponent[]> {
  const found = componentsSchema.parse(await api.request(path, { signal }));
  return found.map(({ metadata: { name, namespace, tags }, spec }) => ({
    entityRef: `component:${namespace}/${name}`,
    name,
    type: spec.type,
    tags,
  }));
}
