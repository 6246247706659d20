import { bundleForLoader } from './bundleForLoader.ts';

/**
 * Bundles installed packages.
 *
 * @param files - those which sources import from; each is a function of the
 *   module, by its path, that loads it
 * @param options - `hasImport` where what loads the bundle can import modules
 */
export function bundlePackages(
  root: string,
  files: string[],
  { hasImport = true }: { hasImport?: boolean } = {},
): Promise<string> {
  const entries = files.map(file => {
    const path = JSON.stringify(file);
    return `${path}: () => require(${path}),`;
  });
  const contents = `module.exports = {\n${entries.join('\n')}\n};\n`;
  return bundleForLoader(root, {
    supported: { 'dynamic-import': hasImport },
    stdin: { contents, resolveDir: root, sourcefile: 'packages.js' },
  });
}
