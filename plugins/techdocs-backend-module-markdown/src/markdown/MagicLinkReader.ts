import type {
  MagicLinkProvider,
  MagicLinkSettings,
  ReferenceKind,
} from './magicLinkProviders';
import { providerSyntax } from './magicLinkProviders';

/** A link that stands in a text without being written as one. */
export interface MagicLink {
  href: string;
  text: string;
  title?: string;
  className?: string;
}

export interface FoundMagicLink extends MagicLink {
  from: number;
  to: number;
}

const REPO = '[-._a-zA-Z\\d]{0,99}[a-zA-Z\\d]';
const ISSUE = '(?<issue>[#!?][1-9]\\d*)';
const DIFF = '(?:\\.{3}(?<diff>[a-f\\d]{40}))?';

/** `www.` addresses; full ones have been found before. */
const WWW =
  /(?<![\w/@.-])(?<link>www\.[^_\W][-\w]*(?:\.[-\w.]+)*\/?[-\w.?,!'(){}[\]/+&@%$#=:"|~;]*(?:[^_\W]|[-/#@$+=]))/
    .source;
const MAIL =
  /(?<![-/+@\w])(?<mail>[-+\w](?:[-\w+]|\.(?!\.))*(?<!\.)@(?:[-\w]+\.)(?:[-\w]|(?<!\.)\.(?!\.))*[a-zA-Z]\b(?![-@]))/
    .source;

/** What each link has; to look for it takes little, and most texts have none of it. */
const ANY_LINK = /@|www\.|[#!?][1-9]|[a-f\d]{40}/;

const ISSUE_KINDS: Record<string, [kind: ReferenceKind, label: string]> = {
  '#': ['issue', 'Issue'],
  '!': ['pull', 'Pull Request'],
  '?': ['discussion', 'Discussion'],
};

/** First parts of addresses that are no users. */
const RESERVED = new Set([
  ...['dashboard', 'account', 'plans', 'support', 'repo', '-', 'explore'],
  ...['marketeplace', 'notifications', 'issues', 'pull', 'sponsors'],
  ...['settings', 'help', 'projects', 'i', 'messages', 'bookmarks', 'home'],
]);

interface Repository {
  name: string;
  provider: MagicLinkProvider;
  user: string;
  repo: string;
}

/** The names of groups differ from alternative to alternative. */
function numbered(pattern: string, number: number): string {
  return pattern.replace(/\(\?<([a-z]+)>/g, `(?<$1${number}>`);
}

/** Finds `#1`, `user/repo#1`, `@name` and the like as pymdownx.magiclink does. */
export class MagicLinkReader {
  static readonly #known = new WeakMap<MagicLinkSettings, MagicLinkReader>();

  static of(settings: MagicLinkSettings): MagicLinkReader {
    const known = MagicLinkReader.#known.get(settings);
    const reader = known ?? new MagicLinkReader(settings);
    MagicLinkReader.#known.set(settings, reader);
    return reader;
  }

  readonly #settings: MagicLinkSettings;
  readonly #pattern: RegExp;

  private constructor(settings: MagicLinkSettings) {
    this.#settings = settings;
    const alternatives = [...this.#shorthands(), WWW, MAIL];
    this.#pattern = new RegExp(alternatives.map(numbered).join('|'), 'g');
  }

  /** The links of a text, in order. */
  find(text: string): FoundMagicLink[] {
    if (!ANY_LINK.test(text)) {
      return [];
    }
    return [...text.matchAll(this.#pattern)].flatMap(match => {
      const groups = Object.fromEntries(
        Object.entries(match.groups ?? {})
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => [name.replace(/\d+$/, ''), value]),
      );
      const link = this.#toLink(groups);
      return link
        ? [{ ...link, from: match.index, to: match.index + match[0].length }]
        : [];
    });
  }

  /** How the address of an issue, a commit, a repository or a person is shown. */
  shorten(href: string): MagicLink | undefined {
    const { providers, hasRepoShortener, hasSocialShortener } = this.#settings;
    for (const [name, provider] of Object.entries(providers)) {
      const isSocial = provider.kind === 'x';
      const base = `${provider.url}/`;
      const withoutWww = href.replace(/^(https:\/\/)www\./, '$1');
      const isShortened = isSocial ? hasSocialShortener : hasRepoShortener;
      if (isShortened && withoutWww.startsWith(base)) {
        const path = withoutWww.slice(base.length).replace(/\/$/, '');
        const short = this.#shortenPath({ name, provider }, path);
        return short && { ...short, href };
      }
    }
    return undefined;
  }

  #shorthands(): string[] {
    const { providers, provider, hasRepoShorthand, hasSocialShorthand } =
      this.#settings;
    if (!hasRepoShorthand && !hasSocialShorthand) {
      return [];
    }
    const named = (isSocial: boolean) =>
      Object.entries(providers)
        .filter(([, { kind }]) => (kind === 'x') === isSocial)
        .map(([name, { kind }]) => `${name}:${providerSyntax[kind].user}`);
    const hosts = hasRepoShorthand ? named(false) : [];
    const socials = hasSocialShorthand ? named(true) : [];
    const { kind } = providers[provider];
    const { user } = providerSyntax[kind];
    const owners = kind === 'x' ? hosts : [...hosts, user];
    const commit = `(?<commit>@[a-f\\d]{40})${DIFF}`;
    const references = [
      `(?<![@/])(?:(?<user>\\b(?:${owners.join('|')}))/)${
        kind === 'x' ? '' : '?'
      }(?<repo>\\b${REPO})(?:${ISSUE}|${commit})\\b`,
      ...(kind === 'x'
        ? []
        : [
            `(?:(?<![a-zA-Z])${ISSUE}|(?<![@/])\\b(?<commit>[a-f\\d]{40})${DIFF})\\b`,
          ]),
    ];
    return [
      ...(hasRepoShorthand
        ? [
            `(?<![a-zA-Z])@(?<mention>${owners.join(
              '|',
            )})\\b/(?<repo>${REPO})\\b`,
          ]
        : []),
      `(?<![a-zA-Z])@(?<mention>${[...hosts, ...socials, user].join('|')})\\b`,
      ...(hasRepoShorthand ? references : []),
    ];
  }

  #toLink(groups: Record<string, string | undefined>): MagicLink | undefined {
    const { mail, link, mention, issue, commit, diff } = groups;
    if (mail !== undefined) {
      return { href: `mailto:${mail}`, text: mail };
    }
    if (link !== undefined) {
      return { href: `http://${link}`, text: link };
    }
    if (mention !== undefined) {
      return this.#mention(mention, groups.repo);
    }
    const repository = this.#repository(groups.user, groups.repo);
    if (!repository) {
      return undefined;
    }
    if (issue !== undefined) {
      return this.#issue(repository, issue);
    }
    return commit === undefined
      ? undefined
      : this.#commit(repository, commit.replace('@', ''), diff);
  }

  #provider(text: string): Omit<Repository, 'repo'> {
    const { provider, providers } = this.#settings;
    const [first, second] = text.split(':');
    const name = second === undefined ? provider : first;
    return { name, provider: providers[name], user: second ?? first };
  }

  #repository(
    user = this.#settings.user,
    repo = this.#settings.repo,
  ): Repository | undefined {
    return user && repo ? { ...this.#provider(user), repo } : undefined;
  }

  #mention(mention: string, repo: string | undefined): MagicLink {
    const { name, provider, user } = this.#provider(mention);
    return repo === undefined
      ? {
          href: `${provider.url}/${user}`,
          text: `@${user}`,
          title: `${provider.label} User: ${user}`,
          className: `magiclink magiclink-${name} magiclink-mention`,
        }
      : {
          href: `${provider.url}/${user}/${repo}`,
          text: `${user}/${repo}`,
          title: `${provider.label} Repository: ${user}/${repo}`,
          className: `magiclink magiclink-${name} magiclink-repository`,
        };
  }

  /** As much of `user/repo` as the site's own repository does not say. */
  #owner({ name, user, repo }: Repository): string {
    const own = this.#settings;
    if (name !== own.provider || user !== own.user) {
      return `${user}/${repo}`;
    }
    return repo === own.repo ? '' : repo;
  }

  #issue(repository: Repository, issue: string): MagicLink | undefined {
    const { name, provider, user, repo } = repository;
    const symbol = issue.slice(0, 1);
    const number = issue.slice(1);
    const [kind, label] = ISSUE_KINDS[symbol];
    const path = providerSyntax[provider.kind].paths[kind];
    if (path === undefined) {
      return undefined;
    }
    const shown = this.#settings.hasOneSymbol ? '#' : symbol;
    return {
      href: `${provider.url}/${user}/${repo}/${path}${number}`,
      text: `${this.#owner(repository)}${shown}${number}`,
      title: `${provider.label} ${label}: ${user}/${repo} #${number}`,
      className: `magiclink magiclink-${name} magiclink-${kind}`,
    };
  }

  #commit(
    repository: Repository,
    commit: string,
    other: string | undefined,
  ): MagicLink {
    const { name, provider, user, repo } = repository;
    const { hashLength, paths } = providerSyntax[provider.kind];
    const kind = other === undefined ? 'commit' : 'compare';
    const isBitbucket = provider.kind === 'bitbucket';
    const range = [commit, ...(other === undefined ? [] : [other])];
    const short = range.map(hash => hash.slice(0, hashLength)).join('...');
    const owner = this.#owner(repository);
    const suffix = isBitbucket && other !== undefined ? '#diff' : '';
    return {
      href: `${provider.url}/${user}/${repo}/${paths[kind]}${range.join(
        isBitbucket ? '..' : '...',
      )}${suffix}`,
      text: owner ? `${owner}@${short}` : short,
      title: `${provider.label} ${
        other === undefined ? 'Commit' : 'Compare'
      }: ${user}/${repo}@${short}`,
      className: `magiclink magiclink-${name} magiclink-${kind}`,
    };
  }

  #shortenPath(
    { name, provider }: Pick<Repository, 'name' | 'provider'>,
    path: string,
  ): MagicLink | undefined {
    const { user: userPattern, paths } = providerSyntax[provider.kind];
    const [user, repo, ...rest] = path.split('/');
    if (!new RegExp(`^${userPattern}$`).test(user) || RESERVED.has(user)) {
      return undefined;
    }
    if (rest.length === 0) {
      return this.#mention(`${name}:${user}`, repo);
    }
    const inside = rest.join('/');
    const repository = { name, provider, user, repo };
    for (const [symbol, [kind]] of Object.entries(ISSUE_KINDS)) {
      const start = paths[kind];
      if (start !== undefined && inside.startsWith(start)) {
        const number = inside.slice(start.length);
        return /^\d+$/.test(number)
          ? this.#issue(repository, `${symbol}${number}`)
          : undefined;
      }
    }
    const commit = /^(?:-\/)?(?:commit|commits\/commit)\/([\da-f]{7,40})$/.exec(
      inside,
    );
    const compare =
      /^(?:-\/)?(?:compare|branches\/commits)\/([\da-f]{7,40})\.{2,3}([\da-f]{7,40})(?:#diff)?$/.exec(
        inside,
      );
    const [, first, second] = commit ?? compare ?? [];
    return first === undefined
      ? undefined
      : this.#commit(repository, first, second);
  }
}
