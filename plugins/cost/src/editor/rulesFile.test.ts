import { addRule, moveRule, putRule, removeRule, rulesOf } from './rulesFile';

const file = `# Whose cost is whose
apiVersion: atrium.dev/v1
kind: CostAllocation
metadata:
  name: acme
spec:
  rules:
    - name: by-tag # the usual way
      match: { tags: { service: '*' } }
      to: { entity: 'component:default/\${{ tags.service }}' }
  pools:
    - name: cluster
`;

const rule = {
  name: 'by-tag',
  match: { resourceId: 'vol-1' },
  to: { entity: 'component:default/search' },
};

const namesOf = (text: string) => rulesOf(text)?.map(({ name }) => name);

it('adds a rule at the end under a name that is free, and keeps all comments', () => {
  const added = addRule(file, rule);
  expect(namesOf(added)).toEqual(['by-tag', 'by-tag-2']);
  expect(added).toContain('# Whose cost is whose');
  expect(added).toContain('- name: by-tag # the usual way');
  expect(added).toContain('  pools:\n    - name: cluster\n');
});

it('begins a file that is not there yet', () => {
  const begun = addRule('', rule);
  expect(begun).toContain('kind: CostAllocation');
  expect(namesOf(begun)).toEqual(['by-tag']);
});

it('changes, moves and removes rules', () => {
  const two = addRule(file, { ...rule, name: 'search' });
  expect(namesOf(moveRule(two, 1, 0))).toEqual(['search', 'by-tag']);
  expect(namesOf(removeRule(two, 0))).toEqual(['search']);
  expect(namesOf(putRule(two, 1, { ...rule, name: 'find' }))).toEqual([
    'by-tag',
    'find',
  ]);
});

it('leaves alone what is no sound YAML', () => {
  expect(rulesOf('a: [')).toBeUndefined();
  expect(removeRule('a: [', 0)).toBe('a: [');
});
