/** A passage of the create-app template and what the bench makes of it. */
export interface StockChange {
  file: string;
  find: string;
  replace: string;
}

/**
 * All that the stock app has beside the template, so that it can live in the
 * same world as Atrium: the modules that read the sandbox's git host and sign
 * in its personas.
 */
export const stockChanges: StockChange[] = [
  {
    file: 'packages/backend/src/index.ts',
    find: 'backend.start();',
    replace: `backend.add(import('@backstage/plugin-catalog-backend-module-gitea'));
backend.add(import('@backstage/plugin-auth-backend-module-oidc-provider'));

backend.start();`,
  },
  {
    file: 'packages/app/src/App.tsx',
    find: "import { navModule } from './modules/nav';",
    replace: `import { authModule } from './modules/auth';
import { navModule } from './modules/nav';`,
  },
  {
    file: 'packages/app/src/App.tsx',
    find: 'features: [catalogPlugin, ',
    replace: 'features: [catalogPlugin, authModule, ',
  },
];

/** Applies the changes that concern one file. */
export function applyStockChanges(file: string, text: string): string {
  return stockChanges
    .filter(change => change.file === file)
    .reduce((result, { find, replace }) => {
      if (!result.includes(find)) {
        throw new Error(
          `The create-app template has no '${find}' in ${file} any more`,
        );
      }
      return result.replace(find, () => replace);
    }, text);
}
