import type { Entity } from '@backstage/catalog-model';

/** A text in the spec of an entity, such as its type or lifecycle. */
export function readText(entity: Entity, name: string): string | undefined {
  const value = entity.spec?.[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
