import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readRepositoryChoices } from './readRepositoryChoices';
import { RepositoryChoicesProcessor } from './RepositoryChoicesProcessor';

describe('readRepositoryChoices', () => {
  it('offers the hosts that the config spells out, and no others', () => {
    const config = new ConfigReader({
      integrations: {
        gitea: [{ host: 'localhost:7008' }],
        github: [{ token: 'x' }, { host: 'ghe.acme.example' }],
        gitlab: [{ host: 'gitlab.com' }],
      },
    });
    expect(readRepositoryChoices(config)).toEqual({
      hosts: ['localhost:7008', 'github.com', 'ghe.acme.example'],
      owners: [],
    });
    expect(readRepositoryChoices(new ConfigReader({}))).toEqual({
      hosts: [],
      owners: [],
    });
  });

  it('prefers what is set for templates', () => {
    const config = new ConfigReader({
      integrations: { gitea: [{ host: 'localhost:7008' }] },
      scaffolder: {
        repositories: { hosts: ['github.com'], owners: ['my-org'] },
      },
    });
    expect(readRepositoryChoices(config)).toEqual({
      hosts: ['github.com'],
      owners: ['my-org'],
    });
  });
});

describe('RepositoryChoicesProcessor', () => {
  const processor = new RepositoryChoicesProcessor({
    hosts: ['localhost:7008'],
    owners: ['acme'],
  });
  const process = (parameters: JsonObject | JsonObject[], kind = 'Template') =>
    processor.preProcessEntity({
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind,
      metadata: { name: 'node-service' },
      spec: { type: 'service', parameters },
    });
  const page = (options?: JsonObject) => ({
    required: ['repoUrl'],
    properties: {
      repoUrl: {
        type: 'string',
        'ui:field': 'RepoUrlPicker',
        ...(options ? { 'ui:options': options } : {}),
      },
      name: { type: 'string', enum: ['a', 'b'] },
    },
  });

  it('fills in the repository fields of every page', async () => {
    const filled = {
      allowedHosts: ['localhost:7008'],
      allowedOwners: ['acme'],
    };
    expect((await process([{ title: 'x' }, page()])).spec?.parameters).toEqual([
      { title: 'x' },
      page(filled),
    ]);
    expect(
      (await process(page({ repoLabel: 'Repository' }))).spec?.parameters,
    ).toEqual(page({ ...filled, repoLabel: 'Repository' }));
  });

  it('leaves what a template decides for itself', async () => {
    const own = page({ allowedHosts: ['github.com'] });
    expect((await process(own)).spec?.parameters).toEqual(own);

    const owners = page({ allowedOwners: ['platform'] });
    expect((await process(owners)).spec?.parameters).toEqual(
      page({ allowedHosts: ['localhost:7008'], allowedOwners: ['platform'] }),
    );
  });

  it('leaves other entities and unknown hosts alone', async () => {
    expect((await process(page(), 'Component')).spec?.parameters).toEqual(
      page(),
    );
    const without = new RepositoryChoicesProcessor({ hosts: [], owners: [] });
    const entity = await process(page({ allowedHosts: ['x'] }));
    expect(await without.preProcessEntity(entity)).toEqual(entity);
  });
});
