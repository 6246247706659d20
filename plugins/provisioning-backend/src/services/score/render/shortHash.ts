import { createHash } from 'node:crypto';

/** Ten hex digits that make a name unique, as those of score-k8s do. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
