import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import { signIn } from '@atrium/launcher/src/token/signIn.ts';
import type { Portal } from '../portals/Portal.ts';

const POLL_MS = 5_000;
/** As often in a row nothing is being read. */
const CALM_POLLS = 4;
const TIMEOUT_MS = 10 * 60_000;
const UNDER_WAY = ['waiting', 'reading'];

/**
 * Waits until Atrium has read the bills of the sample organisation. Stock has none,
 * and what arrives is no part of an idle portal. They come before the many
 * components, since a pool that all of these share is 300,000 rows a month.
 */
export async function waitForBills(portal: Portal): Promise<void> {
  const token = await signIn({
    portalUrl: portal.url,
    identityUrl: portal.identityUrl,
    persona: 'platform-admin',
  });
  const deadline = Date.now() + TIMEOUT_MS;
  let calmPolls = 0;
  while (calmPolls < CALM_POLLS) {
    if (Date.now() > deadline) {
      throw new Failure('The sample bills are still being read', {
        hint: `See the log of the backend in ${portal.home}/logs`,
      });
    }
    await delay(POLL_MS);
    const states = await listStates(portal, token);
    const isCalm =
      states.length > 0 && !states.some(state => UNDER_WAY.includes(state));
    calmPolls = isCalm ? calmPolls + 1 : 0;
  }
}

async function listStates(portal: Portal, token: string): Promise<string[]> {
  const response = await fetch(new URL('/api/cost/imports', portal.url), {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) {
    throw new Failure(`The imports of cost answer ${response.status}`);
  }
  const { items }: { items: { state: string }[] } = await response.json();
  return items.map(({ state }) => state);
}
