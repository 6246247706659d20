import { createHash } from 'node:crypto';

/**
 * A UUID that stands for some texts: always the same for the same ones.
 *
 * @remarks 128 bits of SHA-256, so that nobody can make two things look alike.
 * Each text is preceded by its length: `a`, `bc` and `ab`, `c` differ.
 */
export function digestToUuid(...texts: string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) {
    hash.update(`${text.length}:${text}`);
  }
  const hex = hash.digest('hex').slice(0, 32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
