import { rememberTokens } from './rememberedTokens';

const ada = {
  limitedUserToken: 'ada',
  expiresAt: new Date('2027-03-16T11:00:00Z'),
};
const bob = { ...ada, limitedUserToken: 'bob' };
const call = { pluginId: 'search', targetPluginId: 'catalog' };

function create() {
  let count = 0;
  const issueToken = jest.fn(async () => ({ token: `token ${++count}` }));
  const verifyToken = jest.fn(async () => ({ subject: 'plugin:search' }));
  return {
    issueToken,
    verifyToken,
    tokens: rememberTokens({ issueToken, verifyToken }),
  };
}

describe('rememberTokens', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2027-03-16T10:00:00Z') });
  });
  afterEach(() => jest.useRealTimers());

  it('gives a person one token for a plugin in five seconds', async () => {
    const { tokens } = create();
    const issue = async (options: object) =>
      (await tokens.issueToken({ ...call, ...options })).token;

    expect(await issue({ onBehalfOf: ada })).toBe('token 1');
    jest.advanceTimersByTime(4_999);
    expect(await issue({ onBehalfOf: ada })).toBe('token 1');
    jest.advanceTimersByTime(2);
    expect(await issue({ onBehalfOf: ada })).toBe('token 2');
  });

  it('gives no token to anybody else, or for another plugin', async () => {
    const { tokens } = create();
    const issued = await Promise.all(
      [
        { ...call, onBehalfOf: ada },
        { ...call, onBehalfOf: bob },
        call,
        { ...call, targetPluginId: 'techdocs', onBehalfOf: ada },
        { ...call, pluginId: 'slo', onBehalfOf: ada },
      ].map(options => tokens.issueToken(options)),
    );
    expect(new Set(issued.map(({ token }) => token)).size).toBe(5);
  });

  it('issues again what could not be issued, and verifies each time', async () => {
    const { issueToken, tokens, verifyToken } = create();
    issueToken.mockRejectedValueOnce(new Error('no key'));
    await expect(tokens.issueToken(call)).rejects.toThrow('no key');
    expect(await tokens.issueToken(call)).toEqual({ token: 'token 1' });

    await tokens.verifyToken('token 1');
    await tokens.verifyToken('token 1');
    expect(verifyToken).toHaveBeenCalledTimes(2);
  });
});
