import { findAssets } from '../build/findAssets.ts';
import { Failure } from '../report.ts';

/**
 * Checks that the address of the portal shows the app: readiness speaks for
 * the plugins, and says so too when there is no app to serve.
 */
export async function checkApp(portalUrl: string): Promise<void> {
  const problem = await findProblem(portalUrl);
  if (problem) {
    throw new Failure(
      `The portal is up, but does not serve its app: ${problem}`,
      {
        hint: 'Remove .atrium/build in the checkout and run the command again.',
      },
    );
  }
}

async function findProblem(portalUrl: string): Promise<string | undefined> {
  const page = await fetch(`${portalUrl}/`);
  const html = await page.text();
  if (page.status !== 200) {
    return `${portalUrl}/ answers ${page.status}`;
  }
  const assets = findAssets(html);
  if (assets.length === 0) {
    return `${portalUrl}/ loads no script`;
  }
  for (const address of assets) {
    const url = new URL(address, portalUrl).href;
    const { status } = await fetch(url, { method: 'HEAD' });
    if (status !== 200) {
      return `${url} answers ${status}`;
    }
  }
  return undefined;
}
