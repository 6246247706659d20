import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The ids of plugins that packages of a checkout are backends of, or add to. */
export async function listBackendPlugins(root: string): Promise<string[]> {
  const folder = join(root, 'plugins');
  const ids = new Set<string>();
  for (const name of await readdir(folder)) {
    const file = join(folder, name, 'package.json');
    const { backstage } = JSON.parse(await readFile(file, 'utf8'));
    if (backstage.role.startsWith('backend-plugin')) {
      ids.add(backstage.pluginId);
    }
  }
  return [...ids].sort();
}
