import { findRefusedPage } from './findRefusedPage';

const leftovers = {
  id: 'sub-page:provisioning/leftovers',
  if: { permissions: { $contains: 'provisioning.operate' } },
  parentPath: '/provisioning',
};
const flagged = {
  id: 'sub-page:catalog/new-list',
  if: { featureFlags: { $contains: 'new-list' } },
  parentPath: '/catalog',
};
const pages = [leftovers, flagged];

describe('findRefusedPage', () => {
  it.each([
    ['/provisioning/leftovers', { permission: 'provisioning.operate' }],
    ['/provisioning/leftovers/bucket', { permission: 'provisioning.operate' }],
    ['/catalog/new-list', { permission: undefined }],
    ['/provisioning/leftovers-of-may', undefined],
    ['/provisioning', undefined],
    ['/leftovers', undefined],
  ])('at %s is %j', (pathname, refused) => {
    expect(findRefusedPage(pages, pathname)).toEqual(refused);
  });

  it('names a permission without its action', () => {
    const withAction = {
      ...leftovers,
      if: { permissions: { $contains: 'provisioning.operate#update' } },
    };
    expect(
      findRefusedPage([withAction], '/provisioning/leftovers')?.permission,
    ).toBe('provisioning.operate');
  });
});
