interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  resolutions?: Record<string, string>;
}

export interface StockManifestOptions {
  /** The exact version of a package. */
  versionOf(name: string): string;
  /** The resolutions of Atrium's root, by which its lockfile came about. */
  resolutions: Record<string, string>;
}

/** What a package needs beside what the template gives it. */
const ADDED_DEPENDENCIES: Record<string, string[]> = {
  'packages/app/package.json': ['@backstage/core-app-api'],
  'packages/backend/package.json': [
    '@backstage/plugin-auth-backend-module-oidc-provider',
    '@backstage/plugin-catalog-backend-module-gitea',
  ],
};

/** Tools that take part in a build; the others only test, and are left out. */
const BUILD_TOOLS = new Set([
  '@backstage/cli',
  '@backstage/cli-defaults',
  'typescript',
]);

/** Adapts a package.json of the template. */
export function stockManifest(
  file: string,
  text: string,
  options: StockManifestOptions,
): string {
  const manifest: Manifest = JSON.parse(text);
  for (const name of ADDED_DEPENDENCIES[file] ?? []) {
    manifest.dependencies = {
      ...manifest.dependencies,
      [name]: options.versionOf(name),
    };
  }
  manifest.devDependencies = Object.fromEntries(
    Object.entries(manifest.devDependencies ?? {}).filter(([name]) =>
      BUILD_TOOLS.has(name),
    ),
  );
  if (file === 'package.json') {
    manifest.resolutions = { ...manifest.resolutions, ...options.resolutions };
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
