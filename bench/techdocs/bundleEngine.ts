import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bundlePackages } from '@atrium/launcher/src/build/backend/bundlePackages.ts';
import { bundleSources } from '@atrium/launcher/src/build/backend/bundleSources.ts';

const root = resolve(import.meta.dirname, '../..');

const LOADER = join(
  root,
  'packages/launcher/src/build/backend/loadPackages.cjs',
);

const ENTRY =
  'plugins/techdocs-backend-module-markdown/src/MarkdownGenerator.ts';

/**
 * Bundles the engine as `npm start` bundles the backend that it is a part of.
 *
 * @returns the file of the bundle
 */
export async function bundleEngine(folder: string): Promise<string> {
  const { outputs, packageFiles } = await bundleSources(root, ENTRY);
  mkdirSync(folder, { recursive: true });
  for (const { name, content } of outputs) {
    writeFileSync(join(folder, name), content);
  }
  const packages = join(folder, 'bundled-packages.js');
  writeFileSync(packages, await bundlePackages(root, packageFiles));
  writeFileSync(
    join(folder, 'packages.js'),
    `module.exports = require(${JSON.stringify(LOADER)})(${JSON.stringify(
      packages,
    )});\n`,
  );
  return join(folder, 'index.js');
}
