import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readNamedSections } from './readNamedSections';

const KEY = 'scorecard.uploaders';

const read = (scorecard: JsonObject) =>
  readNamedSections(new ConfigReader({ scorecard }), KEY);

describe('readNamedSections', () => {
  it('reads sections whose names hold what would be part of a path', () => {
    const sections = read({
      uploaders: {
        'repo:acme/x:ref:refs/heads/main': { owners: ['group:a'] },
        'payments.ci': { owners: ['group:b'] },
        '1-plain': { owners: ['group:c'] },
      },
    });

    expect(
      sections.map(([name, section]) => [name, section.get('owners')]),
    ).toEqual([
      ['repo:acme/x:ref:refs/heads/main', ['group:a']],
      ['payments.ci', ['group:b']],
      ['1-plain', ['group:c']],
    ]);
  });

  it('unites what several files say of a section', () => {
    const root = ConfigReader.fromConfigs([
      {
        context: 'first',
        data: { scorecard: { uploaders: { 'a.b': { one: 1, two: 1 } } } },
      },
      {
        context: 'second',
        data: { scorecard: { uploaders: { 'a.b': { two: 2 } } } },
      },
    ]);

    const [[name, section]] = readNamedSections(root, KEY);

    expect([name, section.get()]).toEqual(['a.b', { one: 1, two: 2 }]);
  });

  it('has no sections where nothing is configured', () => {
    expect(read({})).toEqual([]);
  });

  it('names the whole key of what is missing or of another type', () => {
    const [[, section]] = read({ uploaders: { 'payments.ci': { owners: 1 } } });

    expect(() => section.getString('issuer')).toThrow(
      "'scorecard.uploaders.payments.ci.issuer'",
    );
    expect(() => section.getStringArray('owners')).toThrow(
      "'scorecard.uploaders.payments.ci.owners'",
    );
    expect(() => read({ uploaders: { 'payments.ci': 'group:a' } })).toThrow(
      "'scorecard.uploaders.payments.ci' must be a section",
    );
    expect(() => read({ uploaders: ['payments.ci'] })).toThrow(
      "'scorecard.uploaders' must map names to sections",
    );
  });
});
