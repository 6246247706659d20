import { ForwardedError } from '@backstage/errors';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

const IS_YAML = /\.ya?ml$/;

/**
 * Reads the YAML files of a folder and those in it.
 *
 * @returns their content, by their path from where the portal was started
 */
export async function readYamlFolder(
  folder: string,
): Promise<Map<string, string>> {
  try {
    const entries = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    const paths = entries
      .filter(entry => entry.isFile() && IS_YAML.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .toSorted();
    const files = new Map<string, string>();
    for (const path of paths) {
      files.set(path.replaceAll(sep, '/'), await readFile(path, 'utf8'));
    }
    return files;
  } catch (error) {
    throw new ForwardedError(`The folder '${folder}' could not be read`, error);
  }
}
