import type { Entity } from '@backstage/catalog-model';
import type { ToolTemplate } from './readToolTemplates';

/** A tool of one entity. */
export interface ToolLink {
  id: string;
  title: string;
  icon?: string;
  url: string;
}

/**
 * Fills the addresses of tools in for one entity.
 *
 * @remarks A tool that needs something the entity does not have is left out: a
 * link that leads nowhere is worse than none.
 */
export function toToolLinks(
  templates: ToolTemplate[],
  entity: Entity,
): ToolLink[] {
  return templates.flatMap(({ id, title, icon, parts }) => {
    let url = '';
    for (const part of parts) {
      const value =
        typeof part === 'string' ? part : readField(entity, part.path);
      if (value === undefined) {
        return [];
      }
      url += typeof part === 'string' ? part : encode(value);
    }
    return [{ id, title, icon, url }];
  });
}

function readField(entity: Entity, path: string[]): string | undefined {
  let value: unknown = entity;
  for (const key of path) {
    if (
      typeof value !== 'object' ||
      value === null ||
      !Object.hasOwn(value, key)
    ) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Slashes stay: `owner/name` of a repository is a path in most tools. */
function encode(value: string): string {
  return value.split('/').map(encodeURIComponent).join('/');
}
