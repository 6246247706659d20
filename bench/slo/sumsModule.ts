import { createRequire } from 'node:module';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Check } from './exactness/Check.ts';

/** Compiled to CommonJS, whose names an import from here does not see. */
const {
  sumWindows,
}: typeof import('@atrium/plugin-slo-backend/src/database/sumWindows') =
  createRequire(import.meta.url)(
    '@atrium/plugin-slo-backend/src/database/sumWindows',
  );

/**
 * Lets the bench ask for the sum of any window, at any time, by what a tick
 * asks with: `POST /api/slo/bench/sums`.
 */
export const sumsModule = createBackendModule({
  pluginId: 'slo',
  moduleId: 'bench-sums',
  register(env) {
    env.registerInit({
      deps: {
        database: coreServices.database,
        httpRouter: coreServices.httpRouter,
      },
      async init({ database, httpRouter }) {
        const knex = await database.getClient();
        httpRouter.use((req, res, next) => {
          if (req.path !== '/bench/sums') {
            next();
            return;
          }
          readBody(req)
            .then(async text => {
              const checks: Check[] = JSON.parse(text).checks;
              res.json(await sum(checks));
            })
            .catch(next);
        });

        async function sum(checks: Check[]) {
          const sums = await sumWindows(
            knex,
            checks.map(({ seriesId, from, to }, index) => ({
              seriesId,
              windows: new Map([[String(index), [{ from, to }]]]),
            })),
          );
          return checks.map(({ seriesId }, index) =>
            sums.get(seriesId, String(index)),
          );
        }
      },
    });
  },
});

async function readBody(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
