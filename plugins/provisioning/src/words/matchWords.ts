import { parseEntityRef } from '@backstage/catalog-model';
import type { DefinitionMatch } from '@atrium/plugin-provisioning-common';
import { t } from '../translation';

/** For which requests a definition is meant, the most important first. */
export function matchWords(match: DefinitionMatch): string {
  const { environment, environmentType, entity, resource } = match;
  const parts = [
    resource && t('matchWords.theResource', { resource }),
    entity && parseEntityRef(entity).name,
    environment && t('matchWords.environment', { environment }),
    environmentType && t('matchWords.environmentsOfType', { environmentType }),
    match.class && t('matchWords.class', { class: match.class }),
  ].filter(part => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : t('matchWords.anything');
}
