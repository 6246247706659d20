import { setTimeout as delay } from 'node:timers/promises';
import { signIn } from '../token/signIn.ts';

export interface WaitForCatalogOptions {
  portalUrl: string;
  identityUrl: string;
  timeoutSeconds: number;
}

/** Somebody of the sample organisation, with the right to see everything. */
const PERSONA = 'platform-admin';

/**
 * Waits until the catalog has read the sample organisation. Before that nobody
 * can sign in, because the portal does not know them.
 *
 * @returns whether it happened in time; the portal runs in any case
 */
export async function waitForCatalog(
  options: WaitForCatalogOptions,
): Promise<boolean> {
  const deadline = Date.now() + options.timeoutSeconds * 1000;
  let token = await trySignIn(options);
  if (token) {
    // Known from an earlier run.
    return true;
  }
  while (!token) {
    if (Date.now() > deadline) {
      return false;
    }
    await delay(500);
    token = await trySignIn(options);
  }
  let [known, before] = [await countEntities(options.portalUrl, token), -1];
  while (known !== before) {
    if (Date.now() > deadline) {
      return false;
    }
    await delay(1500);
    [known, before] = [await countEntities(options.portalUrl, token), known];
  }
  return true;
}

async function trySignIn(
  options: WaitForCatalogOptions,
): Promise<string | undefined> {
  return signIn({ ...options, persona: PERSONA }).catch(() => undefined);
}

async function countEntities(
  portalUrl: string,
  token: string,
): Promise<number> {
  const response = await fetch(
    `${portalUrl}/api/catalog/entities/by-query?limit=0`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  const { totalItems } = await response.json();
  return Number(totalItems);
}
