import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

interface Manifest {
  name: string;
  dependencies?: Record<string, string>;
  backstage?: { role?: string };
  /** A file, or the schema itself. */
  configSchema?: unknown;
}

/** A package of the checkout. */
export interface Workspace {
  folder: string;
  manifest: Manifest;
}

/**
 * The folders, relative to the checkout, of a workspace and of all workspaces
 * it depends on.
 */
export async function workspaceClosure(
  root: string,
  name: string,
): Promise<string[]> {
  const workspaces = await readWorkspaces(root);
  const folders = new Set<string>();
  const queue = [name];
  for (const next of queue) {
    const workspace = workspaces.get(next);
    if (workspace && !folders.has(workspace.folder)) {
      folders.add(workspace.folder);
      queue.push(...Object.keys(workspace.manifest.dependencies ?? {}));
    }
  }
  return [...folders].sort();
}

/** All packages of the checkout by name, with their folders relative to it. */
export async function readWorkspaces(
  root: string,
): Promise<Map<string, Workspace>> {
  const workspaces = new Map<string, Workspace>();
  for (const parent of ['packages', 'plugins']) {
    const names = await readdir(join(root, parent)).catch(() => []);
    for (const name of names) {
      const folder = join(parent, name);
      const content = await readFile(
        join(root, folder, 'package.json'),
        'utf8',
      ).catch(() => undefined);
      if (content !== undefined) {
        const manifest: Manifest = JSON.parse(content);
        workspaces.set(manifest.name, { folder, manifest });
      }
    }
  }
  return workspaces;
}
