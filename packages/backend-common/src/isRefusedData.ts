import { isError } from '@backstage/errors';

const REFUSED = /^2[23]/;

/**
 * Whether PostgreSQL has refused a statement for what is in its values, so that a
 * statement about several things may do without one of them.
 */
export function isRefusedData(error: unknown): boolean {
  return isError(error) && 'code' in error && REFUSED.test(String(error.code));
}
