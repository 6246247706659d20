import type { RepositoryInfo, RepositoryPermission } from '@atrium/git-hosts';
import type { UserEntity } from '@backstage/catalog-model';
import { type ChangedRepository, handOverForUser } from './handOverForUser';

const priya: UserEntity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: {
    name: 'priya',
    annotations: { 'atrium.dev/gitea-login': 'payments-dev' },
  },
  spec: {
    profile: { displayName: 'Priya', email: 'priya@acme.example' },
    memberOf: [],
  },
};
const change = { files: [{ path: 'slo.yaml', content: 'x' }], message: 'Add' };

function open(options: {
  handover: RepositoryInfo['handover'];
  permission?: RepositoryPermission;
}) {
  const handOver = jest.fn(async () => ({
    kind: options.handover,
    url: 'https://git.acme.example/acme/shop/commit/1',
    commit: '1',
  }));
  const getPermission = jest.fn(async () => options.permission);
  const repository: ChangedRepository = {
    type: 'gitea',
    repository: 'git.acme.example/acme/shop',
    repositoryUrl: 'https://git.acme.example/acme/shop',
    host: 'git.acme.example',
    owner: 'acme',
    name: 'shop',
    branch: 'main',
    path: 'slo.yaml',
    client: {
      getInfo: async () => ({
        url: 'https://git.acme.example/acme/shop',
        defaultBranch: 'main',
        isPublic: false,
        handover: options.handover,
      }),
      getPermission,
      handOver,
    },
  };
  return { repository, handOver, getPermission };
}

describe('handOverForUser', () => {
  it('commits in the name of a person who may write there', async () => {
    const { repository, handOver, getPermission } = open({
      handover: 'commit',
      permission: 'write',
    });
    await handOverForUser(repository, { change, user: priya });
    expect(getPermission).toHaveBeenCalledWith('payments-dev');
    expect(handOver).toHaveBeenCalledWith({
      ...change,
      branch: 'main',
      author: { name: 'Priya', email: 'priya@acme.example' },
    });
  });

  it.each([['read' as const], ['none' as const], [undefined]])(
    'commits nothing for a person whose permission is %s',
    async permission => {
      const { repository, handOver } = open({ handover: 'commit', permission });
      await expect(
        handOverForUser(repository, { change, user: priya }),
      ).rejects.toThrow(
        "Nothing was written to 'acme/shop' on 'git.acme.example': it takes no pull requests, and 'payments-dev' may not write to it there",
      );
      expect(handOver).not.toHaveBeenCalled();
    },
  );

  it('commits nothing for a person whose account is not known', async () => {
    const { repository, handOver } = open({
      handover: 'commit',
      permission: 'write',
    });
    const nobody = { ...priya, metadata: { name: 'priya' } };
    for (const user of [nobody, undefined]) {
      await expect(
        handOverForUser(repository, { change, user }),
      ).rejects.toMatchObject({ name: 'NotAllowedError' });
    }
    expect(handOver).not.toHaveBeenCalled();
  });

  it('opens a pull request for anybody: somebody else merges it', async () => {
    const { repository, handOver, getPermission } = open({
      handover: 'pull-request',
      permission: 'none',
    });
    await handOverForUser(repository, { change, user: priya });
    expect(handOver).toHaveBeenCalledTimes(1);
    expect(getPermission).not.toHaveBeenCalled();
  });

  describe('a file that is run as soon as it is pushed', () => {
    const workflow = {
      files: [
        { path: 'slo.yaml', content: 'x' },
        { path: './.GitHub/workflows/own.yml', content: 'on: push' },
      ],
      message: 'Add',
    };

    it('reaches no branch for a person who may not write there', async () => {
      for (const permission of ['read', 'none', undefined] as const) {
        const { repository, handOver } = open({
          handover: 'pull-request',
          permission,
        });
        await expect(
          handOverForUser(repository, { change: workflow, user: priya }),
        ).rejects.toMatchObject({
          name: 'NotAllowedError',
          message:
            "Nothing was written to 'acme/shop' on 'git.acme.example': './.GitHub/workflows/own.yml' would be run as soon as it is pushed, before anybody has looked at it, and 'payments-dev' may not write to it there. Ask somebody who maintains the repository to make the change.",
        });
        expect(handOver).not.toHaveBeenCalled();
      }
    });

    it('is proposed by those who may write there', async () => {
      const { repository, handOver } = open({
        handover: 'pull-request',
        permission: 'write',
      });
      await handOverForUser(repository, { change: workflow, user: priya });
      expect(handOver).toHaveBeenCalledTimes(1);
    });
  });
});
