import {
  addItem,
  moveRule,
  poolsOf,
  putItem,
  removeItem,
  rulesOf,
} from './rulesFile';

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
  const added = addItem(file, 'rules', rule);
  expect(namesOf(added)).toEqual(['by-tag', 'by-tag-2']);
  expect(added).toContain('# Whose cost is whose');
  expect(added).toContain('- name: by-tag # the usual way');
  expect(added).toContain('  pools:\n    - name: cluster\n');
});

it('begins a file that is not there yet', () => {
  const begun = addItem('', 'rules', rule);
  expect(begun).toContain('kind: CostAllocation');
  expect(namesOf(begun)).toEqual(['by-tag']);
});

it('changes, moves and removes rules', () => {
  const two = addItem(file, 'rules', { ...rule, name: 'search' });
  expect(namesOf(moveRule(two, 1, 0))).toEqual(['search', 'by-tag']);
  expect(namesOf(removeItem(two, { list: 'rules', index: 0 }))).toEqual([
    'search',
  ]);
  expect(
    namesOf(
      putItem(two, { list: 'rules', index: 1 }, { ...rule, name: 'find' }),
    ),
  ).toEqual(['by-tag', 'find']);
});

it('adds, changes and removes pools, and leaves rules as they are', () => {
  const two = addItem(file, 'pools', { name: 'cluster', title: 'Second' });
  expect(poolsOf(two)).toEqual([
    { name: 'cluster' },
    { name: 'cluster-2', title: 'Second' },
  ]);
  const changed = putItem(
    two,
    { list: 'pools', index: 0 },
    { name: 'cluster', split: { by: 'even' } },
  );
  expect(poolsOf(removeItem(changed, { list: 'pools', index: 1 }))).toEqual([
    { name: 'cluster', split: { by: 'even' } },
  ]);
  expect(changed).toContain('- name: by-tag # the usual way');
  expect(poolsOf(addItem('', 'pools', { name: 'tax' }))).toEqual([
    { name: 'tax' },
  ]);
});

it('leaves alone what is no sound YAML', () => {
  expect(rulesOf('a: [')).toBeUndefined();
  expect(removeItem('a: [', { list: 'rules', index: 0 })).toBe('a: [');
});
