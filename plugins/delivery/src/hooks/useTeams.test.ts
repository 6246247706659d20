import { findFirstOwner, type Teams } from './useTeams';

const known: Teams = {
  teams: ['catalogue', 'checkout', 'payments'].map(name => ({
    entityRef: `group:default/${name}`,
    title: name,
  })),
  departmentRefs: ['group:default/commerce'],
};
const refs = (...names: string[]) => names.map(name => `group:default/${name}`);

describe('findFirstOwner', () => {
  it('is the team of a developer', () => {
    expect(
      findFirstOwner(['user:default/priya', ...refs('payments')], known),
    ).toBe('group:default/payments');
  });

  it('is the department of somebody with several teams, or the first of them', () => {
    expect(
      findFirstOwner(refs('commerce', 'catalogue', 'checkout'), known),
    ).toBe('group:default/commerce');
    expect(findFirstOwner(refs('checkout', 'payments'), known)).toBe(
      'group:default/checkout',
    );
  });

  it('is nobody where none of theirs owns anything', () => {
    expect(findFirstOwner(refs('commerce'), known)).toBeUndefined();
  });
});
