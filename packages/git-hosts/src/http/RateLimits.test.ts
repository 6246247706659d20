import { RateLimits } from './RateLimits';

const now = Date.parse('2026-11-25T10:00:00Z');

/** As GitHub words it. */
const secondary =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';

function answer(
  status: number,
  headers: Record<string, string> = {},
  message?: string,
) {
  return { status, headers: new Headers(headers), message };
}

describe('RateLimits', () => {
  beforeEach(() => jest.useFakeTimers({ now }));
  afterEach(() => jest.useRealTimers());

  const background = { isBackground: true };
  const foreground = { isBackground: false };

  it.each<[string, number, Record<string, string>, string, string]>([
    [
      'as long as it says',
      429,
      { 'retry-after': '90' },
      '2026-11-25T10:01:30.000Z',
      '',
    ],
    [
      'until the limit is reset',
      403,
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-limit': '5000',
        'x-ratelimit-reset': String(now / 1_000 + 1_200),
      },
      '2026-11-25T10:20:00.000Z',
      '',
    ],
    ['a minute when it does not say', 429, {}, '2026-11-25T10:01:00.000Z', ''],
    [
      'a minute at a secondary limit',
      403,
      { 'x-ratelimit-remaining': '4000' },
      '2026-11-25T10:01:00.000Z',
      secondary,
    ],
  ])('waits %s', (_how, status, headers, until, message) => {
    const limits = new RateLimits('GitHub');
    const refusal = answer(status, headers, message);
    expect(() => limits.observe('acme', refusal)).toThrow(
      `GitHub takes no more requests for 'acme' until ${until}`,
    );
    expect(() => limits.check('Acme', foreground)).toThrow(until);
    expect(() => limits.check('others', background)).not.toThrow();

    jest.setSystemTime(Date.parse(until));
    expect(() => limits.check('acme', background)).not.toThrow();
  });

  it('waits longer each time, and begins anew after a success', () => {
    const limits = new RateLimits('GitHub');
    const refuse = () => limits.observe('acme', answer(429));
    expect(refuse).toThrow('10:01:00');
    expect(refuse).toThrow('10:02:00');
    expect(refuse).toThrow('10:04:00');
    limits.observe('acme', answer(200));
    expect(refuse).toThrow('10:01:00');
  });

  it('keeps the last tenth for what somebody waits for', () => {
    const limits = new RateLimits('GitHub');
    const headers = (remaining: string) => ({
      'x-ratelimit-limit': '5000',
      'x-ratelimit-remaining': remaining,
      'x-ratelimit-reset': String(now / 1_000 + 1_200),
    });
    limits.observe('acme', answer(200, headers('500')));
    expect(() => limits.check('acme', background)).not.toThrow();
    limits.observe('acme', answer(200, headers('499')));
    expect(() => limits.check('acme', background)).toThrow('10:20:00');
    expect(() => limits.check('acme', foreground)).not.toThrow();
  });

  it('does not take a missing right for a limit', () => {
    const limits = new RateLimits('GitHub');
    limits.observe(
      'acme',
      answer(
        403,
        { 'x-ratelimit-remaining': '4000' },
        'Resource not accessible by integration',
      ),
    );
    expect(() => limits.check('acme', background)).not.toThrow();
  });
});
