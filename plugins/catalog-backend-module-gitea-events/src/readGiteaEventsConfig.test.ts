import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readGiteaEventsConfig } from './readGiteaEventsConfig';

function read(catalog: JsonObject) {
  return readGiteaEventsConfig(mockServices.rootConfig({ data: { catalog } }));
}

describe('readGiteaEventsConfig', () => {
  it('knows the providers with their defaults', () => {
    expect(
      read({
        scmEvents: true,
        providers: {
          gitea: {
            acme: { host: 'Git.acme.example', organization: 'Acme' },
            globex: {
              host: 'git.acme.example',
              organization: 'globex',
              branch: 'trunk',
              catalogPath: 'catalog.yaml',
            },
          },
        },
      }),
    ).toEqual({
      providers: [
        {
          id: 'acme',
          host: 'git.acme.example',
          organization: 'acme',
          branch: 'main',
          catalogPath: 'catalog-info.yaml',
        },
        {
          id: 'globex',
          host: 'git.acme.example',
          organization: 'globex',
          branch: 'trunk',
          catalogPath: 'catalog.yaml',
        },
      ],
    });
  });

  it('does without providers', () => {
    expect(read({})).toEqual({ providers: [] });
  });

  const providers = {
    gitea: { acme: { host: 'git.acme.example', organization: 'acme' } },
  };
  it.each([
    [{ providers }],
    [{ providers, scmEvents: false }],
    [{ providers, scmEvents: { refresh: false } }],
  ])('refuses a catalog that does not listen: %j', catalog => {
    expect(() => read(catalog)).toThrow("'catalog.scmEvents' must be true");
  });

  it('accepts a catalog that only listens to refresh', () => {
    expect(
      read({ providers, scmEvents: { move: false } }).providers,
    ).toHaveLength(1);
  });
});
