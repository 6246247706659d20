import { dirname, join } from 'node:path';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { LocationSpec } from '@backstage/plugin-catalog-common';

interface ResolveTargetOptions {
  /** The file that names the target. */
  base: LocationSpec;
  integrations: ScmIntegrationRegistry;
}

/** The address of a target, as the catalog itself understands it. */
export function resolveTarget(
  target: string,
  { base, integrations }: ResolveTargetOptions,
): string {
  try {
    if (base.type === 'url') {
      return integrations.resolveUrl({ url: target, base: base.target });
    }
    if (base.type === 'file' && target.startsWith('.')) {
      return join(dirname(base.target), target);
    }
  } catch {
    // Whoever reads the target says best what is wrong with it.
  }
  return target;
}
