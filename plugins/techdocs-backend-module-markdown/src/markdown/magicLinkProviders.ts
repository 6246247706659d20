/** A host of repositories, or of people, that magic links lead to. */
export interface MagicLinkProvider {
  kind: 'github' | 'gitlab' | 'bitbucket' | 'x';
  /** What the tooltip of a link calls it. */
  label: string;
  /** Its address without a slash at the end. */
  url: string;
}

/** `pymdownx.magiclink` as a site configures it. */
export interface MagicLinkSettings {
  /** Name of the provider that a bare `#1` or `@name` means. */
  provider: string;
  user: string;
  repo: string;
  /** `repo_url_shorthand`: `#1`, `user/repo#1` and `@user/repo` are links. */
  hasRepoShorthand: boolean;
  /** `social_url_shorthand`: `@x:name` is a link. */
  hasSocialShorthand: boolean;
  /** `repo_url_shortener`: an address of an issue is shown as `user/repo#1`. */
  hasRepoShortener: boolean;
  /** `social_url_shortener`: an address of a person is shown as `@name`. */
  hasSocialShortener: boolean;
  /** Pull requests and discussions are written with `#` too. */
  hasOneSymbol: boolean;
  /** Addresses are shown without `https://`. */
  hidesProtocol: boolean;
  /** The known providers and those of the site, by name. */
  providers: Record<string, MagicLinkProvider>;
}

export const magicLinkProviders: Record<string, MagicLinkProvider> = {
  github: { kind: 'github', label: 'GitHub', url: 'https://github.com' },
  gitlab: { kind: 'gitlab', label: 'GitLab', url: 'https://gitlab.com' },
  bitbucket: {
    kind: 'bitbucket',
    label: 'Bitbucket',
    url: 'https://bitbucket.org',
  },
  x: { kind: 'x', label: 'X', url: 'https://x.com' },
  twitter: { kind: 'x', label: 'Twitter', url: 'https://twitter.com' },
};

interface ProviderSyntax {
  /** Pattern of the name of a user. */
  user: string;
  hashLength: number;
  /** Where things are below the address of a repository. */
  paths: Partial<Record<ReferenceKind, string>>;
}

export type ReferenceKind =
  | 'issue'
  | 'pull'
  | 'discussion'
  | 'commit'
  | 'compare';

/** What pymdownx knows of each kind of provider. */
export const providerSyntax: Record<MagicLinkProvider['kind'], ProviderSyntax> =
  {
    github: {
      user: '[a-zA-Z\\d](?:[-a-zA-Z\\d_]{0,37}[a-zA-Z\\d])?',
      hashLength: 7,
      paths: {
        issue: 'issues/',
        pull: 'pull/',
        discussion: 'discussions/',
        commit: 'commit/',
        compare: 'compare/',
      },
    },
    gitlab: {
      user: '[.a-zA-Z\\d_](?:[-a-zA-Z\\d_.]{0,37}[-a-zA-Z\\d_])?',
      hashLength: 8,
      paths: {
        issue: '-/issues/',
        pull: '-/merge_requests/',
        commit: '-/commit/',
        compare: '-/compare/',
      },
    },
    bitbucket: {
      user: '[-a-zA-Z\\d_]{1,39}',
      hashLength: 7,
      paths: {
        issue: 'issues/',
        pull: 'pull-requests/',
        commit: 'commits/commit/',
        compare: 'branches/commits/',
      },
    },
    x: { user: '\\w{1,15}', hashLength: 7, paths: {} },
  };
