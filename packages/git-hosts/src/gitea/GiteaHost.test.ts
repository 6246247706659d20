import { type SandboxGitHost, startSandboxGitHost } from '../testUtils';
import { GitHosts } from '../GitHosts';
import { ConfigReader } from '@backstage/config';

describe('GiteaHost, on the git host of the sandbox', () => {
  let host: SandboxGitHost;

  beforeAll(async () => {
    host = await startSandboxGitHost();
  });

  afterAll(() => host.close());

  it('makes a repository, which is empty until somebody pushes', async () => {
    const { gitea } = GitHosts.fromConfig(
      new ConfigReader({
        integrations: {
          gitea: [
            {
              host: new URL(host.url).host,
              baseUrl: host.url,
              username: 'atrium',
              password: host.token,
            },
          ],
        },
      }),
    );
    const open = (fullName: string) => {
      const repository = { fullName, url: `${host.url}/${fullName}` };
      return { repository, client: gitea.open(repository) };
    };
    const { repository, client } = open('acme/new-service');
    await expect(client.getState()).resolves.toBe('absent');
    await gitea.createRepository(repository, {
      description: 'Does something new',
      isPrivate: false,
    });
    await expect(client.getState()).resolves.toBe('empty');
    await expect(client.readHeadMessage('main')).resolves.toBe(undefined);

    const present = open('acme/payment-service').client;
    await expect(present.getState()).resolves.toBe('filled');
    await expect(present.readHeadMessage('main')).resolves.toMatch(/\S/);
  });
});
