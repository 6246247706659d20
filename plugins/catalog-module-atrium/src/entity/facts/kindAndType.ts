import type { Entity } from '@backstage/catalog-model';
import { kindWord } from '@atrium/ui';
import { readText } from './readText';

/** The kind of an entity with its type: `Component, service`, `Department`. */
export function kindAndType(entity: Entity): string {
  const type = readText(entity, 'type');
  if (type === undefined) {
    return kindWord(entity.kind);
  }
  return entity.kind.toLowerCase() === 'group'
    ? capitalize(type)
    : `${kindWord(entity.kind)}, ${type}`;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
