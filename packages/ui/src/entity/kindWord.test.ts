import { setLanguage } from '@atrium/common';
import { inSentence, kindAndType, kindsWord, kindWord, typeWords } from '..';

it.each([
  ['Component', 'service', 'Service'],
  ['component', 'data-pipeline', 'Data pipeline'],
  ['component', undefined, 'Component'],
  ['Group', 'department', 'Department'],
  ['Group', 'team', 'Team'],
  ['User', undefined, 'Person'],
  ['Resource', 'database', 'Database'],
  ['Resource', 'object-storage', 'Object storage'],
  ['Resource', 'postgres', 'PostgreSQL'],
  ['Resource', 'lambda-function', 'Lambda function'],
  ['API', 'openapi', 'API, OpenAPI'],
  ['Gadget', 'small', 'Gadget, small'],
])('calls a %s of type %s a %s', (kind, type, text) => {
  expect(kindAndType(kind, type)).toBe(text);
});

it('has words for a type alone', () => {
  expect(['openapi', 'object-storage', 'service'].map(typeWords)).toEqual([
    'OpenAPI',
    'object storage',
    'service',
  ]);
});

it('has one word for one and one for several', () => {
  expect([kindWord('User'), kindsWord('User')]).toEqual(['Person', 'People']);
  expect(inSentence(kindsWord('Group'))).toBe('teams');
  expect(inSentence(kindsWord('API'))).toBe('APIs');
  expect(kindsWord('Gadget')).toBe('Gadget');
});

describe('in German', () => {
  beforeEach(() => setLanguage('de'));
  afterEach(() => setLanguage('en'));

  it('writes nouns with a capital within a sentence, too', () => {
    expect(inSentence('Systeme')).toBe('Systeme');
  });
});
