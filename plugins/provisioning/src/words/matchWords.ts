import { parseEntityRef } from '@backstage/catalog-model';
import type { DefinitionMatch } from '@atrium/plugin-provisioning-common';

/** For which requests a definition is meant, the most important first. */
export function matchWords(match: DefinitionMatch): string {
  const { environment, environmentType, entity, resource } = match;
  const parts = [
    resource && `the resource ${resource}`,
    entity && parseEntityRef(entity).name,
    environment && `environment ${environment}`,
    environmentType && `environments of type ${environmentType}`,
    match.class && `class ${match.class}`,
  ].filter(part => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : 'Anything';
}
