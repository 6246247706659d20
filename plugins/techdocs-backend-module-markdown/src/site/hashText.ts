import { hash } from 'node:crypto';

/** One hash of several texts, none of which runs into the next. */
export function hashText(...parts: string[]): string {
  return hash('sha256', parts.map(part => `${part.length}:${part}`).join(''));
}
