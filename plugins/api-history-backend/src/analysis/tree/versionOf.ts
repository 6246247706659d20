import type { Tree } from './Tree';
import { valueOf } from './Tree';

const MAX_LENGTH = 100;

/** `info.version` of OpenAPI and AsyncAPI; an unquoted one is a number. */
export function versionOf(tree: Tree): string | undefined {
  const version = valueOf(valueOf(tree, 'info'), 'version');
  return typeof version === 'string' || typeof version === 'number'
    ? String(version).slice(0, MAX_LENGTH)
    : undefined;
}
