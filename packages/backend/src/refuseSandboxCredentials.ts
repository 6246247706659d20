import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';

/**
 * As the launcher makes every credential of the sandbox. A host or a bucket may
 * well be called `sandbox-something`.
 */
const SANDBOX_CREDENTIAL = /^sandbox-[\w-]{32}$/;

/**
 * The config keys that hold a sandbox credential, such as
 * `auth.session.secret`; empty when there is none.
 */
export function findSandboxCredentials(value: JsonValue, key = ''): string[] {
  if (typeof value === 'string') {
    return SANDBOX_CREDENTIAL.test(value) ? [key] : [];
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, child]) =>
    child === undefined
      ? []
      : findSandboxCredentials(child, key ? `${key}.${name}` : name),
  );
}

/**
 * Stops the start when credentials of the sandbox, which are no secret, or the
 * sandbox's config reach a deployment.
 */
export const refuseSandboxCredentials = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    const isSandbox = config.getOptionalBoolean('atrium.sandbox') ?? false;
    const isProduction =
      config.getOptionalString('auth.environment') === 'production';
    if (isSandbox && isProduction) {
      throw new Error(
        'app-config.sandbox.yaml and app-config.production.yaml must not be used together',
      );
    }
    const keys = isSandbox ? [] : findSandboxCredentials(config.get());
    if (keys.length > 0) {
      throw new Error(
        `Sandbox credentials must not be used outside the sandbox, but stand in ${keys
          .map(key => `'${key}'`)
          .join(', ')}`,
      );
    }
  },
});
