import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { TemplateFilter } from '@backstage/plugin-scaffolder-node';
import { createTemplateFilters } from './createTemplateFilters';

describe('createTemplateFilters', () => {
  const filters: Record<string, TemplateFilter> = Object.fromEntries(
    createTemplateFilters({
      integrations: ScmIntegrations.fromConfig(
        new ConfigReader({
          integrations: { gitea: [{ host: 'localhost:7008' }] },
        }),
      ),
    }).map(({ id, filter }) => [id, filter as TemplateFilter]),
  );

  it.each([
    ['repositoryHostType', ['localhost:7008?owner=acme&repo=x'], 'gitea'],
    ['repositoryHostType', ['github.com?owner=my-org&repo=x'], 'github'],
    ['compactEntityRef', ['group:default/team-a', 'group'], 'team-a'],
    ['compactEntityRef', ['team-a', 'group'], 'team-a'],
    ['compactEntityRef', ['user:default/mina', 'group'], 'user:mina'],
    ['compactEntityRef', ['System:shop/billing', 'system'], 'shop/billing'],
    ['pascalCase', ['payment-service'], 'PaymentService'],
    ['pascalCase', ['a1-2b'], 'A12b'],
    ['javaClassName', ['payment-service'], 'PaymentService'],
    ['javaClassName', ['spring'], 'SpringService'],
    ['javaClassName', ['spring-boot'], 'SpringBootService'],
    ['javaClassName', ['spring-boot-demo'], 'SpringBootDemo'],
    ['javaPackage', ['payment-service'], 'paymentservice'],
    ['javaPackage', ['switch'], 'switchapp'],
    ['kubernetesName', ['billing'], 'billing'],
    ['kubernetesName', ['audio_playback'], 'audio-playback'],
    ['kubernetesName', ['Billing.Core'], 'billing-core'],
    ['kubernetesName', ['a._-b'], 'a-b'],
    ['kubernetesName', ['-a-'], 'a'],
    ['kubernetesName', [`${'x'.repeat(62)}_y`], 'x'.repeat(62)],
    ['kubernetesName', ['x'.repeat(64)], 'x'.repeat(63)],
    ['markdownText', ['Pays: "all" of it'], 'Pays: "all" of it'],
    ['markdownText', ['a\n\n# b\u2028c'], 'a # b c'],
    ['markdownText', ['# x'], '\\# x'],
    ['markdownText', ['1. x'], '1\\. x'],
    ['markdownText', ['[x](y) <b>*&`'], '\\[x\\](y) &lt;b>\\*&amp;\\`'],
    ['markdownCode', ['team`-a\n<b>'], "team'-a <b>"],
  ])('%s of %j is %s', (id, values, expected) => {
    const [input, ...rest] = values;
    expect(filters[id](input, ...rest)).toBe(expected);
  });

  it('does not shorten what cannot be the name of an entity', () => {
    expect(() =>
      filters.compactEntityRef('team-a\nsystem: other', 'group'),
    ).toThrow('Invalid entity reference');
  });

  it('does not accept a host that the config does not know', () => {
    expect(() =>
      filters.repositoryHostType('git.unknown.example?owner=a&repo=b'),
    ).toThrow('git.unknown.example');
  });
});
