import { mockServices } from '@backstage/backend-test-utils';
import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { OriginProcessor } from './OriginProcessor';

const GIT = 'https://git.acme.example';

const processor = OriginProcessor.fromConfig(
  mockServices.rootConfig({
    data: { integrations: { gitea: [{ host: 'git.acme.example' }] } },
  }),
  { defaultBranches: { find: async () => 'main' } },
);
const cache: CatalogProcessorCache = {
  get: async () => undefined,
  set: async () => {},
};

const process = (target: string, type = 'url') =>
  processor.preProcessEntity(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'toy', annotations: {} },
    },
    { type, target },
    () => {},
    { type: 'url', target: `${GIT}/acme/all/src/branch/main/all.yaml` },
    cache,
  );

describe('OriginProcessor', () => {
  it.each([
    // Read from branch 'acme' of 'strangers/toy', by the position of its parts.
    `${GIT}/strangers/toy/../../acme/ledger/src/branch/main/catalog-info.yaml`,
    `${GIT}/acme/ledger/src/branch/main/x.yaml?ref=mine&then=`,
    'https://github.com/acme/ledger/blob/main/x.yaml%3Fref=mine&then=',
    ` ${GIT}/acme/ledger/src/branch/main/x.yaml`,
  ])('takes no entity from %s, which has two meanings', async target => {
    await expect(process(target)).rejects.toThrow(
      'write the address of the file as its host shows it',
    );
  });

  it.each([
    `${GIT}/acme/ledger/src/branch/main/a folder/catalog-info.yaml`,
    `${GIT}/acme/ledger/src/branch/feature%2Fx/catalog..info.yaml`,
    'https://github.com/acme/ledger/blob/main/x.yaml?raw=true',
    'https://gitlab.com/acme/retail/ledger/-/blob/main//x.yaml',
    'https://dev.azure.com/acme/shop/_git/shop?path=%2Fx.yaml&version=GBmain',
  ])('takes one from %s', async target => {
    expect(await process(target)).toMatchObject({ kind: 'Component' });
  });

  it('leaves the files of the operator alone', async () => {
    expect(await process('../all/catalog-info.yaml', 'file')).toMatchObject({
      kind: 'Component',
    });
  });
});
