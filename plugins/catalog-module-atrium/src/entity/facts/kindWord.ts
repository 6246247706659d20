import type { Entity } from '@backstage/catalog-model';
import { readText } from './readText';

const WORDS: Record<string, string> = {
  api: 'API',
  group: 'Team',
  user: 'Person',
};

/** What people call a kind of entity. */
export function kindWord(kind: string): string {
  return WORDS[kind.toLowerCase()] ?? capitalize(kind.toLowerCase());
}

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
