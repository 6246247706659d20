import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundlePackages } from '@atrium/launcher/src/build/backend/bundlePackages.ts';
import {
  bundleSources,
  loaderFor,
} from '@atrium/launcher/src/build/backend/bundleSources.ts';

const root = resolve(import.meta.dirname, '../..');

const ENTRY =
  'plugins/techdocs-backend-module-markdown/src/MarkdownGenerator.ts';

/**
 * Bundles the engine as `npm start` bundles the backend that it is a part of.
 *
 * @returns the file of the bundle
 */
export async function bundleEngine(folder: string): Promise<string> {
  const { outputs, packageFiles } = await bundleSources(root, ENTRY);
  // Code of an earlier run may be that of other sources.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, content } of outputs) {
    writeFileSync(join(folder, name), content);
  }
  writeFileSync(
    join(folder, 'bundled-packages.js'),
    await bundlePackages(root, packageFiles),
  );
  writeFileSync(
    join(folder, 'packages.js'),
    loaderFor('./bundled-packages.js', {
      channel: 'atrium.backend.started',
      holdsCode: true,
    }),
  );
  return join(folder, 'index.js');
}
