import { fromRuleDraft, toRuleDraft } from './ruleDraft';

const rule = {
  name: 'payments',
  description: 'What the team runs',
  match: {
    region: ['eu-central-1', 'eu-west-1'],
    tags: { team: 'payments' },
    kubernetes: { namespace: 'pay-*', labels: { app: 'api' } },
  },
  to: { pool: 'cluster' },
};

it('reads a rule into the form, and writes the same again', () => {
  const draft = toRuleDraft(rule);
  expect(draft.conditions).toEqual([
    { field: 'tag', key: 'team', values: 'payments' },
    { field: 'label', key: 'app', values: 'api' },
    { field: 'region', key: '', values: 'eu-central-1, eu-west-1' },
    { field: 'namespace', key: '', values: 'pay-*' },
  ]);
  expect(draft.target).toEqual({ kind: 'pool', value: 'cluster' });
  expect(fromRuleDraft(draft)).toEqual(rule);
});

it('keeps what is not said yet, for the file to say that it is missing', () => {
  const draft = toRuleDraft({ name: 'x', match: {}, to: { entity: '' } });
  expect(draft).toEqual({
    name: 'x',
    description: '',
    conditions: [],
    target: { kind: 'entity', value: '' },
  });
  expect(fromRuleDraft(draft)).toEqual({
    name: 'x',
    match: {},
    to: { entity: '' },
  });
});

it('loses no condition to another one that has its name, or none', () => {
  const draft = toRuleDraft({ match: { tags: { env: 'prod' } } });
  const { match } = fromRuleDraft({
    ...draft,
    conditions: [
      ...draft.conditions,
      { field: 'tag', key: 'env', values: 'live' },
    ],
  });
  expect(match).toEqual({ tags: { env: 'prod', '': 'live' } });
});

it('makes no sense of what is no rule, and does not fail', () => {
  expect(toRuleDraft('what?').name).toBe('');
  expect(toRuleDraft({ to: { provisioned: true } }).target.kind).toBe(
    'provisioned',
  );
});
