import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { repositoryOf, resolveFileUrl } from './resolveFileUrl';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitea: [{ host: 'git.acme.example' }],
      gitlab: [
        {
          host: 'gitlab.acme.example',
          apiBaseUrl: 'https://gitlab.acme.example/api/v4',
        },
      ],
    },
  }),
);
const gitea = 'https://git.acme.example/acme/shop/src/branch/main/';
const gitlab = 'https://gitlab.acme.example/a/b/shop/-/tree/main/';

describe('resolveFileUrl', () => {
  it.each([
    ['./slo.yaml', gitea, `${gitea}slo.yaml`],
    ['ops/slo.yaml', gitea, `${gitea}ops/slo.yaml`],
    [`${gitea}slo.yaml`, gitea, `${gitea}slo.yaml`],
    ['slo.yaml', gitlab, `${gitlab}slo.yaml`],
  ])('finds %s beside %s', (path, base, url) => {
    expect(resolveFileUrl(path, { base, integrations })).toBe(url);
  });

  it.each([
    ['https://git.acme.example/acme/secrets/src/branch/main/slo.yaml', gitea],
    ['https://elsewhere.example/acme/shop/src/branch/main/slo.yaml', gitea],
    ['../../../../secrets/src/branch/main/slo.yaml', gitea],
    ['https://gitlab.acme.example/a/b/other/-/tree/main/slo.yaml', gitlab],
    ['file:///etc/passwd', gitea],
  ])('does not leave the repository for %s', (path, base) => {
    expect(() => resolveFileUrl(path, { base, integrations })).toThrow(
      'is not in the repository of the entity',
    );
  });

  it('knows the repository of a page whatever the host', () => {
    expect(repositoryOf(`${gitea}slo.yaml`)).toBe(
      'https://git.acme.example/acme/shop',
    );
    expect(repositoryOf(`${gitlab}slo.yaml`)).toBe(
      'https://gitlab.acme.example/a/b/shop',
    );
  });
});
