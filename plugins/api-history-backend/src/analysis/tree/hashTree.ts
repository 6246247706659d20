import type { PlainData } from '@atrium/common/yaml';
import { createHash } from 'node:crypto';

const FLUSH_LENGTH = 65_536;

/**
 * A hash of what a tree says, whatever its formatting.
 *
 * @remarks The tree is written as JSON with sorted keys. Comments, quotes, the
 * order of keys and the choice between YAML and JSON make no difference; the
 * order of lists does.
 */
export function hashTree(tree: PlainData): string {
  const hash = createHash('sha256');
  let pending = '';
  const write = (text: string) => {
    pending += text;
    if (pending.length > FLUSH_LENGTH) {
      hash.update(pending);
      pending = '';
    }
  };
  const visit = (value: PlainData) => {
    if (Array.isArray(value)) {
      write('[');
      for (const item of value) {
        visit(item);
        write(',');
      }
      write(']');
    } else if (typeof value === 'object' && value !== null) {
      write('{');
      for (const key of Object.keys(value).sort()) {
        write(`${JSON.stringify(key)}:`);
        visit(value[key]);
        write(',');
      }
      write('}');
    } else {
      write(JSON.stringify(value));
    }
  };
  visit(tree);
  return hash.update(pending).digest('hex');
}
