import { findFileCommit } from './findFileCommit';

const FILE =
  'https://git.acme.example/acme/orders/src/branch/main/scorecard.yaml';

describe('findFileCommit', () => {
  const findLastCommit = jest.fn();
  const gitHosts = {
    openHistory: (url: string) =>
      url === FILE
        ? {
            type: 'gitea' as const,
            host: 'git.acme.example',
            repository: 'git.acme.example/acme/orders',
            owner: 'acme',
            name: 'orders',
            repositoryUrl: 'https://git.acme.example/acme/orders',
            branch: 'main',
            path: 'scorecard.yaml',
            history: { findLastCommit },
          }
        : undefined,
  };

  it('asks the host which commit changed the file last', async () => {
    findLastCommit.mockResolvedValueOnce({ id: '4f1c2d9aa' });
    expect(await findFileCommit(FILE, gitHosts)).toBe('4f1c2d9aa');
    expect(findLastCommit).toHaveBeenCalledWith('scorecard.yaml', {
      ref: 'main',
      signal: expect.any(AbortSignal),
    });
  });

  it('does not know of files elsewhere, nor where the host is silent', async () => {
    findLastCommit.mockRejectedValueOnce(new Error('no answer'));
    expect(await findFileCommit(FILE, gitHosts)).toBeUndefined();
    expect(await findFileCommit('built in: a.yaml', gitHosts)).toBeUndefined();
    expect(
      await findFileCommit('https://other.example/a.yaml', gitHosts),
    ).toBeUndefined();
  });
});
