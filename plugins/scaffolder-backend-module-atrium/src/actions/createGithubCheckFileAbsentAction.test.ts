import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { createActionContext } from '../__testUtils__/createActionContext';
import { createGithubCheckFileAbsentAction } from './createGithubCheckFileAbsentAction';

describe('github:check-file-absent', () => {
  const readUrl = jest.fn();
  const action = createGithubCheckFileAbsentAction({
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    reader: mockServices.urlReader.mock({ readUrl }),
  });
  const check = async (repoUrl: string) =>
    action.handler(
      await createActionContext({ repoUrl, path: 'catalog-info.yaml' }),
    );

  beforeEach(() => readUrl.mockReset());

  it('passes when the file is not there', async () => {
    readUrl.mockRejectedValue(new NotFoundError('no such file'));

    await check('github.com?owner=my-org&repo=coupon-service');
    expect(readUrl).toHaveBeenCalledWith(
      'https://github.com/my-org/coupon-service/blob/HEAD/catalog-info.yaml',
      { signal: undefined },
    );
  });

  it('refuses a repository that has the file', async () => {
    readUrl.mockResolvedValue({});

    await expect(
      check('github.com?owner=my-org&repo=coupon-service'),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        "Repository 'my-org/coupon-service' already has a catalog-info.yaml; nothing was changed",
    });
  });

  it('does not take a failure for an absent file', async () => {
    readUrl.mockRejectedValue(new ServiceUnavailableError('try later'));

    await expect(
      check('github.com?owner=my-org&repo=coupon-service'),
    ).rejects.toThrow('try later');
    await expect(
      check('gitlab.com?owner=my-org&repo=coupon-service'),
    ).rejects.toThrow('is not a repository on GitHub');
  });
});
