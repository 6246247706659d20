import type { GitHosts } from '@atrium/git-hosts';
import { mockServices } from '@backstage/backend-test-utils';
import type { CommitStatusStore } from '../database/CommitStatusStore';
import { StatusWriter } from './StatusWriter';

const branch = {
  repositoryUrl: 'https://git.acme.example/acme/shop',
  branch: 'main',
};

it('calls no commit right while more may be wrong than what is known', async () => {
  const setCommitStatus = jest.fn();
  const writer = new StatusWriter({
    appUrl: 'https://portal.acme.example',
    entities: { list: async () => [] },
    gitHosts: {
      openRepository: () => ({ getHead: async () => 'abc', setCommitStatus }),
    } as unknown as GitHosts,
    logger: mockServices.logger.mock(),
    problems: { listWrongBranches: async () => [] },
    statuses: {
      list: async () => [
        { ...branch, isDue: true, state: 'failure', attempts: 0 },
      ],
      save: async () => {},
    } as unknown as CommitStatusStore,
  });
  const now = new Date('2026-11-25T12:00:00Z');
  await writer.run({ waiting: [], isTruncated: true, now });
  expect(setCommitStatus).not.toHaveBeenCalled();
  await writer.run({ waiting: [], isTruncated: false, now });
  expect(setCommitStatus).toHaveBeenCalledWith(
    'abc',
    expect.objectContaining({ state: 'success' }),
  );
});
