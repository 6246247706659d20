import { ForwardedError } from '@backstage/errors';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

const IS_YAML = /\.ya?ml$/;

/**
 * Reads the YAML files of a folder and those in it.
 *
 * @returns their content, by their path from the folder, in order
 */
export async function readDefinitionFolder(
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
    const files = await Promise.all(
      paths.map(async path => {
        const content = await readFile(path, 'utf8');
        return [path.replaceAll(sep, '/'), content] as const;
      }),
    );
    return new Map(files);
  } catch (error) {
    throw new ForwardedError(
      `The folder of definitions '${folder}' could not be read`,
      error,
    );
  }
}
