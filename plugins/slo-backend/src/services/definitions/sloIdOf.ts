import { createHash } from 'node:crypto';

/**
 * The id of an SLO: of its entity and name, so that a definition that comes
 * back finds its counts.
 */
export function sloIdOf(entityRef: string, name: string): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([entityRef, name]))
    .digest('hex');
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(12, 16),
    digest.slice(16, 20),
    digest.slice(20, 32),
  ].join('-');
}
