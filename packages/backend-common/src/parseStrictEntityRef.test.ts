import { parseStrictEntityRef } from './parseStrictEntityRef';

describe('parseStrictEntityRef', () => {
  it.each([
    ['group:default/team-a', ['group', 'default', 'team-a']],
    ['team-a', ['group', 'default', 'team-a']],
    ['System:Shop/Bill_ing.2', ['System', 'Shop', 'Bill_ing.2']],
  ])('reads %j', (ref, [kind, namespace, name]) => {
    expect(parseStrictEntityRef(ref, { defaultKind: 'group' })).toEqual({
      kind,
      namespace,
      name,
    });
  });

  it.each([
    '',
    'group:',
    'team-a\n---\nkind: User',
    'team-a\u0000',
    'group:default/team a',
    'group:default/team-a/b',
    'group:de\u2028fault/team-a',
    'gr\u0085oup:team-a',
    `group:default/${'a'.repeat(64)}`,
    'group:default/${{ values.name }}',
    undefined,
    { kind: 'group' },
  ])('refuses %j', ref => {
    expect(() => parseStrictEntityRef(ref, { defaultKind: 'group' })).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
