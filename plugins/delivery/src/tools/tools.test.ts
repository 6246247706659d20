import { ConfigReader } from '@backstage/config';
import { readToolTemplates } from './readToolTemplates';
import { toToolLinks } from './ToolLink';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payment-service',
    annotations: {
      'github.com/project-slug': 'my-org/payment-service',
      'example.com/query': 'a b&c',
    },
  },
  spec: { owner: 'team-payments', size: 3 },
};

function read(url: string) {
  return readToolTemplates(
    new ConfigReader({ delivery: { tools: { one: { title: 'One', url } } } }),
  );
}

function linkOf(url: string) {
  return toToolLinks(read(url), entity)[0]?.url;
}

describe('tools', () => {
  it.each([
    [
      'https://logs.example/${{ metadata.name }}',
      'https://logs.example/payment-service',
    ],
    [
      "https://git.example/${{metadata.annotations['github.com/project-slug']}}/actions",
      'https://git.example/my-org/payment-service/actions',
    ],
    [
      "https://x.example/?q=${{ metadata.annotations['example.com/query'] }}&o=${{ spec.owner }}",
      'https://x.example/?q=a%20b%26c&o=team-payments',
    ],
  ])('fills in %s', (url, expected) => {
    expect(linkOf(url)).toBe(expected);
  });

  it.each([
    "https://x.example/${{ metadata.annotations['not/there'] }}",
    'https://x.example/${{ spec.size }}',
    'https://x.example/${{ spec.constructor }}',
  ])('leaves out %s, which the entity cannot fill', url => {
    expect(linkOf(url)).toBeUndefined();
  });

  it.each([
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    'https://${{ metadata.name }}',
    '/relative',
    'https://x.example/${{ metadata.uid }}',
    "https://x.example/${{ spec['owner'] }}",
  ])('refuses %s and names the key', url => {
    expect(() => read(url)).toThrow('delivery.tools.one.url');
  });

  it('is empty without configuration', () => {
    expect(readToolTemplates(new ConfigReader({}))).toEqual([]);
  });
});
