import { renderFragment } from '../__testUtils__/renderFragment';
import { readDialect } from '../site/readDialect';

/** Links of a text as `text -> address`, with these options of magiclink. */
function linksOf(source: string, options: Record<string, unknown>) {
  const { html } = renderFragment(source, {
    dialect: readDialect(new Map([['pymdownx.magiclink', options]])),
  });
  return [...html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/g)].map(
    ([, href, text]) => `${text} -> ${href}`,
  );
}

const shorthand = {
  repo_url_shorthand: true,
  user: 'facelessuser',
  repo: 'pymdown-extensions',
};

// What the documentation of pymdownx.magiclink says of each kind.
it.each([
  ['#1', '#1 -> https://github.com/facelessuser/pymdown-extensions/issues/1'],
  [
    '!1300',
    '!1300 -> https://github.com/facelessuser/pymdown-extensions/pull/1300',
  ],
  [
    '?1173',
    '?1173 -> https://github.com/facelessuser/pymdown-extensions/discussions/1173',
  ],
  [
    'backrefs#1',
    'backrefs#1 -> https://github.com/facelessuser/backrefs/issues/1',
  ],
  [
    'Python-Markdown/markdown#1',
    'Python-Markdown/markdown#1 -> https://github.com/Python-Markdown/markdown/issues/1',
  ],
  [
    'gitlab:pycqa/flake8#385',
    'pycqa/flake8#385 -> https://gitlab.com/pycqa/flake8/-/issues/385',
  ],
  [
    '181c06d1f11fa29961b334e90606ed1f1ec7a7cc',
    '181c06d -> https://github.com/facelessuser/pymdown-extensions/commit/181c06d1f11fa29961b334e90606ed1f1ec7a7cc',
  ],
  [
    'e2ed7e0b3973f3f9eb7a26b8ef7ae514eebfe0d2...90b6fb8711e75732f987982cc024e9bb0111beac',
    'e2ed7e0...90b6fb8 -> https://github.com/facelessuser/pymdown-extensions/compare/e2ed7e0b3973f3f9eb7a26b8ef7ae514eebfe0d2...90b6fb8711e75732f987982cc024e9bb0111beac',
  ],
  ['@facelessuser', '@facelessuser -> https://github.com/facelessuser'],
  ['@gitlab:pycqa', '@pycqa -> https://gitlab.com/pycqa'],
  [
    '@facelessuser/pymdown-extensions',
    'facelessuser/pymdown-extensions -> https://github.com/facelessuser/pymdown-extensions',
  ],
  ['www.google.com', 'www.google.com -> http://www.google.com'],
  [
    'fake.email@email.com',
    'fake.email@email.com -> mailto:fake.email@email.com',
  ],
])('makes a link of %s', (source, link) => {
  expect(linksOf(`See ${source}.`, shorthand)).toEqual([link]);
});

it.each(['`#1`', '\\#1', 'a@facelessuser', '[text #1](x.md)'])(
  'leaves %s alone',
  source => {
    const links = linksOf(`See ${source}.`, shorthand);
    expect(links.filter(link => link.includes('github.com/face'))).toEqual([]);
  },
);

it('makes nothing of numbers and names where no site asks for it', () => {
  expect(linksOf('See #1 and @name.', {})).toEqual([]);
});

it('shows addresses of a provider shorter where a site asks for it', () => {
  expect(
    linksOf(
      [
        'https://github.com/facelessuser/pymdown-extensions/issues/1',
        'https://github.com/Python-Markdown/markdown/pull/13',
        'https://gitlab.com/pycqa/flake8/-/issues/385',
        'https://bitbucket.org/mrabarnett/mrab-regex/issues/260/',
        'https://github.com/facelessuser',
        'https://github.com/settings/profile',
        'https://example.com/a/b/issues/1',
      ].join('\n\n'),
      { ...shorthand, repo_url_shortener: true, normalize_issue_symbols: true },
    ),
  ).toEqual([
    '#1 -> https://github.com/facelessuser/pymdown-extensions/issues/1',
    'Python-Markdown/markdown#13 -> https://github.com/Python-Markdown/markdown/pull/13',
    'pycqa/flake8#385 -> https://gitlab.com/pycqa/flake8/-/issues/385',
    'mrabarnett/mrab-regex#260 -> https://bitbucket.org/mrabarnett/mrab-regex/issues/260/',
    '@facelessuser -> https://github.com/facelessuser',
    'https://github.com/settings/profile -> https://github.com/settings/profile',
    'https://example.com/a/b/issues/1 -> https://example.com/a/b/issues/1',
  ]);
});

it('knows the hosts of a site, and none that is no web address', () => {
  const custom = {
    acme: { type: 'gitlab', host: 'https://git.acme.example', label: 'Acme' },
    bad: { type: 'github', host: 'data:text/html,x', label: 'Bad' },
  };
  expect(
    linksOf('See acme:pay/api#7 and bad:pay/api#8', { ...shorthand, custom }),
  ).toEqual([
    'pay/api#7 -> https://git.acme.example/pay/api/-/issues/7',
    // A prefix that nothing stands for is text, and what follows a repository.
    'pay/api#8 -> https://github.com/pay/api/issues/8',
  ]);
});
