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
const oauth2 = (address: string): PlainMap => ({
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl: address, scopes: {} } },
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
    'one less scheme beside another',
    operation({ security: [{ key: [], id: [] }] }),
    operation({ security: [{ key: [] }] }),
    [`compatible security-alternative-added ${at}`],
  ],
  [
    'one more scheme beside another',
    operation({ security: [{ key: [] }] }),
    operation({ security: [{ key: [], id: [] }] }),
    [
      `breaking security-alternative-removed ${at}`,
      `compatible security-alternative-added ${at}`,
    ],
  ],
  [
    'an alternative that goes, of which another one asks for a part',
    operation({ security: [{ key: [] }, { key: [], id: [] }] }),
    operation({ security: [{ key: [] }] }),
    [],
  ],
  [
    'an alternative that goes, of which another one asks for a part and more',
    operation({ security: [{ oauth: ['read'], id: [] }] }),
    operation({ security: [{ oauth: ['write'] }] }),
    [
      `breaking security-alternative-removed ${at}`,
      `compatible security-alternative-added ${at}`,
    ],
  ],
  [
    'a scheme of another name',
    operation(
      { security: [{ token: [] }] },
      schemes({ token: { type: 'http', scheme: 'bearer' } }),
    ),
    operation(
      { security: [{ bearerAuth: [] }] },
      schemes({ bearerAuth: { type: 'http', scheme: 'Bearer' } }),
    ),
    [],
  ],
  [
    'a scheme of another name that works in another way',
    operation(
      { security: [{ token: [] }] },
      schemes({ token: { type: 'http', scheme: 'basic' } }),
    ),
    operation(
      { security: [{ bearerAuth: [] }] },
      schemes({ bearerAuth: { type: 'http', scheme: 'bearer' } }),
    ),
    [
      `breaking security-alternative-removed ${at}`,
      `compatible security-alternative-added ${at}`,
    ],
  ],
  [
    'one of two schemes of another name, which gets tokens elsewhere',
    operation(
      { security: [{ a: ['x'] }, { b: ['x'] }] },
      schemes({ a: oauth2('/a'), b: oauth2('/b') }),
    ),
    operation(
      { security: [{ c: ['x'] }, { d: ['x', 'y'] }] },
      schemes({ c: oauth2('/c'), d: oauth2('/a') }),
    ),
    [`breaking security-scope-added ${at}`, 'risky security-flow-changed c'],
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
