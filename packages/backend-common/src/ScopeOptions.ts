import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** On whose behalf is asked. */
export interface ScopeOptions<Principal = unknown> {
  credentials: BackstageCredentials<Principal>;
}
