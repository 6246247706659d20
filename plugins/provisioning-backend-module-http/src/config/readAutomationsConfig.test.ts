import { mockServices } from '@backstage/backend-test-utils';
import { readAutomationsConfig } from './readAutomationsConfig';

const read = (automation: object) =>
  readAutomationsConfig(
    mockServices.rootConfig({
      data: {
        provisioning: {
          automations: {
            terraform: {
              url: 'https://automation.acme.example/v1/',
              types: ['bucket'],
              ...automation,
            },
          },
        },
      },
    }),
  );

/** 24 bytes. */
const SECRET = `whsec_${Buffer.alloc(24, 'k').toString('base64')}`;

describe('readAutomationsConfig', () => {
  it('reads what an automation may say, and the least', () => {
    expect(read({})).toEqual([
      {
        name: 'terraform',
        title: 'terraform',
        url: 'https://automation.acme.example/v1',
        types: ['bucket'],
        timeoutMs: 10_000,
        hasCancel: false,
        hasRotation: false,
      },
    ]);
    expect(
      read({
        title: 'Terraform',
        url: 'http://localhost:8080',
        token: 'planted-token',
        callbackSecret: SECRET,
        timeout: '15s',
        hasCancel: true,
        hasRotation: true,
      }),
    ).toEqual([
      {
        name: 'terraform',
        title: 'Terraform',
        url: 'http://localhost:8080',
        token: 'planted-token',
        callbackSecret: SECRET,
        types: ['bucket'],
        timeoutMs: 15_000,
        hasCancel: true,
        hasRotation: true,
      },
    ]);
  });

  it.each([
    [{ url: 'http://automation.acme.example' }, /url' must begin with 'https/],
    [{ url: 'ftp://s3cret@localhost' }, /url' must begin with 'https/],
    [{ url: 's3cret' }, /url' must begin with 'https/],
    [{ url: 'https://me:s3cret@automation.acme.example' }, /without account/],
    [{ url: 'https://automation.acme.example?key=s3cret' }, /without account/],
    [{ callbackSecret: 's3cret' }, /callbackSecret' must be 'whsec_'/],
    [{ callbackSecret: 'whsec_s3cret' }, /24 to 64 bytes in base64/],
    [{ timeout: '16s' }, /timeout' must be above zero and at most 15 seconds/],
    [{ timeout: '0s' }, /timeout' must be above zero/],
  ])('refuses %j', (automation, words) => {
    const error = (() => {
      try {
        return read(automation);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(String(error)).toMatch(words);
    expect(String(error)).not.toContain('s3cret');
  });
});
