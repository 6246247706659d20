import { bundleForLoader } from './bundleForLoader.ts';

/**
 * Bundles installed packages.
 *
 * @param files - those which sources import from; each is a function of the
 *   module, by its path, that loads it
 */
export function bundlePackages(root: string, files: string[]): Promise<string> {
  const entries = files.map(file => {
    const path = JSON.stringify(file);
    return `${path}: () => require(${path}),`;
  });
  const contents = `module.exports = {\n${entries.join('\n')}\n};\n`;
  return bundleForLoader(root, {
    stdin: { contents, resolveDir: root, sourcefile: 'packages.js' },
  });
}
