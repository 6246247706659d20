import { pathToFileURL } from 'node:url';

/**
 * The options with which Node loads a module before the program. It takes paths for
 * addresses there: a `#` in one would begin a fragment.
 *
 * @param file - an absolute path
 */
export function importFirst(file: string): string[] {
  return ['--import', pathToFileURL(file).href];
}
