import type { PlainMap } from '@atrium/common/yaml';
import {
  compareDocuments as compare,
  operation,
} from '../../__testUtils__/compareDocuments';

const at = '@ POST /refunds';

/** A document that describes the schemes `token`, or these. */
const schemes = (all: PlainMap): PlainMap => ({
  components: { securitySchemes: all },
});
const oauth = (flows: PlainMap): PlainMap =>
  schemes({ token: { type: 'oauth2', flows } });
const tokenUrl = 'https://id.example/token';

/** [what, before, after, changes] */
const rules: [string, PlainMap, PlainMap, string[]][] = [
  [
    'authentication where none was needed',
    operation({}),
    operation({ security: [{ token: [] }] }),
    [`breaking security-required ${at}`],
  ],
  [
    'authentication that is no longer needed',
    operation({}, { security: [{ token: [] }] }),
    operation({ security: [] }, { security: [{ token: [] }] }),
    [`compatible security-removed ${at}`],
  ],
  [
    'another way to authenticate',
    operation({}, { security: [{ token: [] }] }),
    operation({}, { security: [{ oauth: [] }] }),
    [
      `breaking security-alternative-removed ${at}`,
      `compatible security-alternative-added ${at}`,
    ],
  ],
  [
    'one more and one less scope',
    operation({ security: [{ oauth: ['read'] }] }),
    operation({ security: [{ oauth: ['write'] }] }),
    [
      `breaking security-scope-added ${at}`,
      `compatible security-scope-removed ${at}`,
    ],
  ],
  [
    'alternatives of one scheme in another order',
    operation({ security: [{ oauth: ['read'] }, { oauth: ['write'] }] }),
    operation({ security: [{ oauth: ['write'] }, { oauth: ['read'] }] }),
    [],
  ],
  [
    'one more alternative of the same scheme',
    operation({ security: [{ oauth: ['read'] }] }),
    operation({ security: [{ oauth: ['read'] }, { oauth: ['write'] }] }),
    [`compatible security-alternative-added ${at}`],
  ],
  [
    'an alternative that asks for more than another',
    operation({ security: [{ oauth: ['read'] }] }),
    operation({
      security: [{ oauth: ['read'] }, { oauth: ['read', 'write'] }],
    }),
    [],
  ],
  [
    'one of two alternatives that goes',
    operation({ security: [{ oauth: ['read'] }, { oauth: ['write'] }] }),
    operation({ security: [{ oauth: ['write'] }] }),
    [
      `breaking security-scope-added ${at}`,
      `compatible security-scope-removed ${at}`,
    ],
  ],
  [
    'an alternative that goes, whose callers another one lets in',
    operation({
      security: [{ oauth: ['read'] }, { oauth: ['read', 'write'] }],
    }),
    operation({ security: [{ oauth: ['read'] }] }),
    [],
  ],
  [
    'one less scope',
    operation({ security: [{ oauth: ['read', 'write'] }] }),
    operation({ security: [{ oauth: ['read'] }] }),
    [`compatible security-scope-removed ${at}`],
  ],
  [
    'a scheme that works in another way',
    {
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'basic' } },
      },
    },
    {
      components: {
        securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      },
    },
    ['breaking security-scheme-changed token'],
  ],
  [
    'another flow to get a token',
    oauth({ clientCredentials: { tokenUrl, scopes: {} } }),
    oauth({ authorizationCode: { tokenUrl, scopes: {} } }),
    ['risky security-flow-changed token'],
  ],
  [
    'one more flow, and scopes that are described',
    oauth({ clientCredentials: { tokenUrl, scopes: {} } }),
    oauth({
      clientCredentials: { tokenUrl, scopes: { read: 'Reads' } },
      authorizationCode: { tokenUrl, scopes: {} },
    }),
    ['compatible security-flow-changed token'],
  ],
  [
    'another address to get a token',
    oauth({ clientCredentials: { tokenUrl, scopes: {} } }),
    oauth({ clientCredentials: { tokenUrl: `${tokenUrl}/2`, scopes: {} } }),
    ['risky security-flow-changed token'],
  ],
  [
    'another provider of identities',
    schemes({ token: { type: 'openIdConnect', openIdConnectUrl: tokenUrl } }),
    schemes({ token: { type: 'openIdConnect', openIdConnectUrl: '/id' } }),
    ['risky security-flow-changed token'],
  ],
];

describe('authentication', () => {
  it.each(rules)('tells %s', (_, before, after, changes) => {
    expect(compare(before, after)).toEqual(changes);
  });
});
