import { hasPermission, readJson } from '@atrium/backend-common';
import { parseInput } from '@atrium/common';
import type {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { catalogLocationCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import Router from 'express-promise-router';
import { z } from 'zod';
import type { PublishedRepositories } from './PublishedRepositories';

/** What {@link createLocationGuard} asks. */
export interface LocationGuardOptions {
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  published: Pick<PublishedRepositories, 'contains'>;
}

const locationSchema = z.object({ type: z.string(), target: z.string() });

/**
 * Stands before the routes of the catalog that register a location.
 *
 * @remarks
 *
 * The catalog answers success for a file that it will never take. And whoever
 * may not register locations may register what their own run of a template
 * has just published, so that templates may end with `catalog:register`.
 */
export function createLocationGuard(options: LocationGuardOptions) {
  const { auth, catalog, httpAuth, permissions, published } = options;
  const router = Router();

  router.post('/locations', readJson(), async (req, res, next) => {
    const location = parseInput(locationSchema, req.body);
    const isDryRun = isSet(req.query.dryRun);
    const credentials = await httpAuth.credentials(req);
    if (await mayRegister(credentials)) {
      if (!isDryRun) {
        await tryOut(location, credentials);
      }
      next();
      return;
    }
    if (!(await isOwnRun(location, credentials))) {
      // The catalog refuses it.
      next();
      return;
    }
    // The person may not, but the portal made the repository on their behalf.
    const own = await auth.getOwnServiceCredentials();
    const result = await tryOut(location, own);
    res
      .status(201)
      .json(
        isDryRun
          ? result
          : await catalog.addLocation(location, { credentials: own }),
      );
  });

  return router;

  async function mayRegister(credentials: BackstageCredentials) {
    const request = { permission: catalogLocationCreatePermission };
    return hasPermission(permissions, request, { credentials });
  }

  async function isOwnRun(
    { type, target }: Location,
    credentials: BackstageCredentials,
  ) {
    return (
      type === 'url' &&
      auth.isPrincipal(credentials, 'user') &&
      published.contains(target, {
        credentials,
        userEntityRef: credentials.principal.userEntityRef,
      })
    );
  }

  /** Reads the file as the catalog would, and fails where it would. */
  async function tryOut(location: Location, credentials: BackstageCredentials) {
    const result = await catalog
      .addLocation({ ...location, dryRun: true }, { credentials })
      .catch(error => {
        throw new InputError(describe(location, error));
      });
    if (!result.entities.some(isOfFile)) {
      throw new InputError(
        `Nothing was registered: '${location.target}' has no entities.`,
      );
    }
    return result;
  }
}

type Location = z.infer<typeof locationSchema>;

const NOT_ALLOWED_KIND = /Entity (\S+) at .* is not of an allowed kind/;

function describe({ target }: Location, error: unknown): string {
  const message = String(
    Object(Object(Object(error).body).error).message ??
      Object(error).message ??
      error,
  );
  const [, entityRef] = NOT_ALLOWED_KIND.exec(message) ?? [];
  return entityRef
    ? `Nothing was registered: '${target}' has '${entityRef}', and files there may not publish entities of that kind. 'catalog.rules' in the configuration says which repositories may; ask the platform team.`
    : `Nothing was registered from '${target}': ${message}`;
}

/** The catalog makes an entity of the location itself. */
function isOfFile({ metadata }: { metadata: { name: string } }): boolean {
  return !metadata.name.startsWith('generated-');
}

function isSet(value: unknown): boolean {
  return ['', 'true', '1', 'yes', 'y', 'on'].includes(String(value ?? 'false'));
}
