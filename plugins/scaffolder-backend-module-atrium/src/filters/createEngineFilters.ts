import { parseEntityRef } from '@backstage/catalog-model';
import type { ScmIntegrations } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';
import type { TemplateFilter } from 'nunjitsu';
import { createTemplateFilters } from './createTemplateFilters';

/**
 * Creates the filters of a run for the engine itself: those of the golden
 * paths, and those that the scaffolder brings but does not export.
 */
export function createEngineFilters(
  integrations: ScmIntegrations,
): Record<string, TemplateFilter> {
  return {
    ...Object.fromEntries(
      createTemplateFilters({ integrations }).map(({ id, filter }) => [
        id,
        // The engine hands over whatever a template says.
        filter as TemplateFilter,
      ]),
    ),
    parseRepoUrl: url => ({ ...parseRepoUrl(String(url), integrations) }),
    parseEntityRef: (ref, context) => {
      const { kind, namespace, name } = parseEntityRef(
        String(ref),
        Object(context),
      );
      return { kind, namespace, name };
    },
    pick: (object, key) => Object(object)[String(key)],
    projectSlug: url => {
      const { owner, repo } = parseRepoUrl(String(url), integrations);
      return `${owner}/${repo}`;
    },
  };
}
