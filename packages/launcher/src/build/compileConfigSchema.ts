import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { keepBuild } from './keepBuild.ts';
import { readWorkspaces, type Workspace } from './workspaceClosure.ts';

const SCHEMA_FILE = 'schema.json';

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
  try {
    const { folder } = await keepBuild(root, {
      name: 'config-schema',
      key: await fingerprint(root, ['yarn.lock', ...sources(workspaces)]),
      mainFile: SCHEMA_FILE,
      async build(incoming) {
        // Only here: it brings the TypeScript compiler along.
        const { loadConfigSchema } = await import('@backstage/config-loader');
        const schema = await loadConfigSchema({
          dependencies: [],
          packagePaths: workspaces.map(workspace =>
            join(root, workspace.folder, 'package.json'),
          ),
        });
        await writeFile(
          join(incoming, SCHEMA_FILE),
          JSON.stringify(schema.serialize()),
        );
      },
    });
    return join(folder, SCHEMA_FILE);
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
