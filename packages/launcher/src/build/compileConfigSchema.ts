import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { readWorkspaces, type Workspace } from './workspaceClosure.ts';

/**
 * Compiles the `config.d.ts` of all packages into one JSON schema, unless that
 * is done for exactly these files. The backend would do it at each start, which
 * takes a third of its processor time until it is ready.
 *
 * @returns the file; `undefined` when one does not compile, which the backend
 *   reports once it has tried by itself
 */
export async function compileConfigSchema(
  root: string,
): Promise<string | undefined> {
  const workspaces = [...(await readWorkspaces(root)).values()];
  const key = await fingerprint(root, ['yarn.lock', ...sources(workspaces)]);
  const file = join(root, '.atrium', 'build', `config-schema-${key}.json`);
  if (await isReadable(file)) {
    return file;
  }
  // Only here: it brings the TypeScript compiler along.
  const { loadConfigSchema } = await import('@backstage/config-loader');
  try {
    const schema = await loadConfigSchema({
      dependencies: [],
      packagePaths: workspaces.map(({ folder }) =>
        join(root, folder, 'package.json'),
      ),
    });
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(schema.serialize()));
    return file;
  } catch {
    return undefined;
  }
}

function sources(workspaces: Workspace[]): string[] {
  return workspaces
    .flatMap(({ folder, manifest: { configSchema } }) => [
      join(folder, 'package.json'),
      ...(typeof configSchema === 'string' ? [join(folder, configSchema)] : []),
    ])
    .sort();
}

/** A write that was cut short is no JSON. */
async function isReadable(file: string): Promise<boolean> {
  try {
    JSON.parse(await readFile(file, 'utf8'));
    return true;
  } catch {
    return false;
  }
}
