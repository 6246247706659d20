import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BuildOptions } from 'esbuild';

/**
 * Modules as Node 24 loads them from where they are installed: what ES modules
 * import and what is required is chosen by the same conditions. Characters beyond
 * ASCII are escaped, since V8 needs twice the memory for code that has some.
 */
export const BUNDLE_OPTIONS = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  charset: 'ascii',
  mainFields: ['main'],
  conditions: ['node'],
  legalComments: 'none',
  // Errors are named after their classes.
  keepNames: true,
  logLevel: 'silent',
  metafile: true,
  write: false,
} satisfies BuildOptions;

/** Where Node finds what a file in a folder requires, if it is there. */
export function resolveAsNode(
  name: string,
  folder: string,
): string | undefined {
  try {
    return createRequire(join(folder, 'index.js')).resolve(name);
  } catch {
    return undefined;
  }
}
