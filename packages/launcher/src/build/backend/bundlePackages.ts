import type { BuildOptions } from 'esbuild';
import { bundleForLoader } from './bundleForLoader.ts';

export interface BundlePackagesOptions
  extends Pick<
    BuildOptions,
    | 'alias'
    | 'conditions'
    | 'define'
    | 'mainFields'
    | 'platform'
    | 'plugins'
    | 'resolveExtensions'
  > {
  /** Whether what loads the bundle can import modules, as it can unless said. */
  hasImport?: boolean;
}

/**
 * Bundles installed packages.
 *
 * @param files - those which sources import from; each is a function of the
 *   module, by its path, that loads it
 */
export function bundlePackages(
  root: string,
  files: string[],
  { hasImport = true, plugins, ...options }: BundlePackagesOptions = {},
): Promise<string> {
  const entries = files.map(file => {
    const path = JSON.stringify(file);
    return `${path}: () => require(${path}),`;
  });
  const contents = `module.exports = {\n${entries.join('\n')}\n};\n`;
  const input = {
    ...options,
    supported: { 'dynamic-import': hasImport },
    stdin: { contents, resolveDir: root, sourcefile: 'packages.js' },
  };
  return bundleForLoader(root, input, plugins);
}
