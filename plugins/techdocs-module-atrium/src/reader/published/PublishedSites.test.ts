import type { SiteMetadata } from '@atrium/plugin-techdocs-common';
import { PublishedSites } from './PublishedSites';

const entityRef = { kind: 'component', namespace: 'default', name: 'ledger' };
const metadata = { site_name: 'Ledger', site_description: '' };

function createSites(...answers: (SiteMetadata | Error)[]) {
  const getSiteMetadata = jest.fn(async () => {
    const answer = answers.shift() ?? new Error('Not asked for');
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  });
  return { sites: new PublishedSites({ getSiteMetadata }), getSiteMetadata };
}

it('asks once for the metadata of a site and whether it has pages', async () => {
  const { sites, getSiteMetadata } = createSites({ metadata });
  const [found] = await Promise.all([
    sites.getMetadata(entityRef),
    sites.requireSite(entityRef),
  ]);
  expect(found).toEqual(metadata);
  // Other pages of it are asked for at once.
  await sites.requireSite(entityRef);
  expect(getSiteMetadata).toHaveBeenCalledTimes(1);
  expect(getSiteMetadata).toHaveBeenCalledWith('component:default/ledger');
});

it('refuses a site that was never built, until it is', async () => {
  const { sites } = createSites({}, {}, { metadata });
  const notThere = {
    statusCode: 404,
    message: "No documentation of 'component:default/ledger' is published",
  };
  await expect(sites.requireSite(entityRef)).rejects.toMatchObject(notThere);
  await expect(sites.getMetadata(entityRef)).rejects.toMatchObject(notThere);
  await sites.requireSite(entityRef);
});

it('holds no page back where nobody can say whether it is there', async () => {
  const { sites } = createSites(new Error('away'), new Error('still away'));
  await sites.requireSite(entityRef);
  await expect(sites.getMetadata(entityRef)).rejects.toThrow('still away');
});
