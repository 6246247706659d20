import { freezeTime } from '@atrium/backend-common/testUtils';
import { CallbackVerifier } from './CallbackVerifier';

// The example of the libraries of Standard Webhooks.
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const BODY = '{"test": 2432232314}';
const HEADERS = {
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const SIGNED_AT = 1_614_265_330_000;
const OTHER = `v1,${Buffer.alloc(32).toString('base64')}`;

describe('CallbackVerifier', () => {
  const verifier = new CallbackVerifier([
    { name: 'terraform', callbackSecret: SECRET },
    { name: 'other', callbackSecret: `whsec_${'A'.repeat(32)}` },
    { name: 'silent' },
  ]);

  interface Changes extends Partial<typeof HEADERS> {
    automation?: string;
    body?: string;
    at?: number;
  }

  const verify = ({
    automation = 'terraform',
    body = BODY,
    at = SIGNED_AT,
    ...headers
  }: Changes) => {
    freezeTime(new Date(at));
    verifier.verify(automation, { ...HEADERS, ...headers }, body);
  };

  afterEach(() => {
    jest.useRealTimers();
  });

  it.each<[string, Changes]>([
    ['as it was signed', {}],
    ['five minutes late', { at: SIGNED_AT + 300_000 }],
    ['five minutes early', { at: SIGNED_AT - 300_000 }],
    [
      'with signatures of other secrets',
      { signature: `${OTHER} v1a,x ${HEADERS.signature}` },
    ],
  ])('takes what comes %s', (_, changes) => {
    expect(() => verify(changes)).not.toThrow();
  });

  it.each<[string, Changes]>([
    ['late', { at: SIGNED_AT + 301_000 }],
    ['early', { at: SIGNED_AT - 301_000 }],
    ['changed', { body: '{"test": 2432232315}' }],
    ['with another id', { id: 'msg_other' }],
    ['with another time', { timestamp: '1614265331' }],
    ['without an id', { id: undefined }],
    ['without a time', { timestamp: undefined }],
    ['at no time', { timestamp: 'now' }],
    ['unsigned', { signature: undefined }],
    ['signed otherwise', { signature: OTHER }],
    ['with garbage', { signature: 'v1' }],
    [
      'by another algorithm',
      { signature: HEADERS.signature.replace('1', '2') },
    ],
    ['from another automation', { automation: 'other' }],
    ['from one without a secret', { automation: 'silent' }],
    ['from one that nobody knows', { automation: 'constructor' }],
  ])('refuses what comes %s', (_, changes) => {
    expect(() => verify(changes)).toThrow(
      'The callback is not signed by this automation, or not in time',
    );
  });
});
