import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '@atrium/launcher/src/report.ts';
import { signIn } from '@atrium/launcher/src/token/signIn.ts';
import { waitForCatalog } from '@atrium/launcher/src/world/waitForCatalog.ts';
import { compareCatalogs } from './compareCatalogs.ts';
import type { Portal, Portals } from './Portal.ts';

const TIMEOUT_SECONDS = 180;

interface CatalogEntity {
  kind: string;
  metadata: { namespace?: string; name: string };
}

/**
 * Waits until both running portals have read the sample organisation, and
 * fails unless they then know the same entities.
 */
export async function fillCatalogs(portals: Portals): Promise<void> {
  const { atrium, stock } = portals;
  for (const { url, identityUrl } of [atrium, stock]) {
    await waitForCatalog({
      portalUrl: url,
      identityUrl,
      timeoutSeconds: TIMEOUT_SECONDS,
    });
  }
  const deadline = Date.now() + TIMEOUT_SECONDS * 1000;
  for (;;) {
    const differences = compareCatalogs({
      atrium: await readEntityRefs(atrium),
      stock: await readEntityRefs(stock),
    });
    if (differences.length === 0) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Failure('The two catalogs do not hold the same', {
        details: differences.join('\n'),
      });
    }
    await delay(1000);
  }
}

async function readEntityRefs(portal: Portal): Promise<string[]> {
  const { url: portalUrl, identityUrl } = portal;
  const token = await signIn({
    portalUrl,
    identityUrl,
    persona: 'platform-admin',
  });
  const url = new URL('/api/catalog/entities', portalUrl);
  url.searchParams.set('fields', 'kind,metadata.namespace,metadata.name');
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) {
    throw new Failure(
      `The catalog of ${portal.name} answers ${response.status}`,
    );
  }
  const entities: CatalogEntity[] = await response.json();
  return (
    entities
      // Named after addresses, which the two cannot share.
      .filter(({ kind }) => kind !== 'Location')
      .map(({ kind, metadata }) =>
        `${kind}:${metadata.namespace ?? 'default'}/${
          metadata.name
        }`.toLowerCase(),
      )
  );
}
