import type { Cookie } from '@playwright/test';
import type { Portal } from '../portals/Portal.ts';

/** Somebody who is signed in to a portal. */
export interface Visitor {
  portal: Portal;
  /** Updated, since each load may be given a new one. */
  session: { cookies: Cookie[] };
}
