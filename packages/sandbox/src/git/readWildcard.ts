import type { Request } from 'express';

/** What the `*` of a route stands for; its type is not known to Express. */
export function readWildcard(request: Request): string {
  return request.params[0] ?? '';
}
