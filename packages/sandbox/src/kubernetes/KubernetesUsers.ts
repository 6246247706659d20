import { timingSafeEqual } from 'node:crypto';
import type { KubernetesTokens } from '../config.ts';
import { personas } from '../personas.ts';
import { clusterRoles } from './clusterRoles.ts';
import type { PolicyRule } from './clusterRoles.ts';

/** Somebody whom the API server knows. */
export interface KubernetesUser {
  name: string;
  groups: string[];
  role: PolicyRule[];
  /** Where the role is bound; everywhere when absent. */
  namespaces?: string[];
}

function serviceAccount(name: string) {
  return {
    name: `system:serviceaccount:atrium:${name}`,
    groups: [
      'system:serviceaccounts',
      'system:serviceaccounts:atrium',
      'system:authenticated',
    ],
  };
}

const accounts: Record<keyof KubernetesTokens, KubernetesUser> = {
  portal: { ...serviceAccount('atrium'), role: clusterRoles.portal },
  score: {
    ...serviceAccount('atrium-score'),
    role: clusterRoles.score,
    namespaces: ['billing', 'billing-dev', 'billing-staging'],
  },
  provisioning: {
    ...serviceAccount('atrium-provisioning'),
    role: clusterRoles.provisioning,
    namespaces: ['databases'],
  },
  secrets: {
    ...serviceAccount('external-secrets'),
    role: clusterRoles.secrets,
    namespaces: ['databases'],
  },
};

const accountNames = ['portal', 'score', 'provisioning', 'secrets'] as const;

/** Service accounts with their tokens, and the personas with their names. */
export class KubernetesUsers {
  readonly #tokens: KubernetesTokens;

  constructor(tokens: KubernetesTokens) {
    this.#tokens = tokens;
  }

  /**
   * Reads an `Authorization` header; undefined when it names nobody.
   *
   * @remarks
   * kubectl keeps tokens to itself unless it talks TLS, but passes on what stands
   * in the server's URL, so a token counts as a password, too.
   */
  authenticate(header = ''): KubernetesUser | undefined {
    const [, scheme, value = ''] = /^(\S+) +(.+)$/.exec(header) ?? [];
    switch (scheme?.toLowerCase()) {
      case 'bearer':
        return this.#findAccount(value);
      case 'basic': {
        const pair = Buffer.from(value, 'base64').toString('utf8');
        const colon = pair.indexOf(':');
        const password = pair.slice(colon + 1);
        const account = this.#findAccount(password);
        if (account) {
          return account;
        }
        const persona = personas.find(({ name }) => name === password);
        return persona && pair.slice(0, colon) === persona.name
          ? {
              name: persona.name,
              groups: [persona.group, 'system:authenticated'],
              role:
                persona.group === 'platform-team'
                  ? clusterRoles.admin
                  : clusterRoles.view,
            }
          : undefined;
      }
      default:
        return undefined;
    }
  }

  #findAccount(token: string): KubernetesUser | undefined {
    const [name] = accountNames.filter(one => isSame(token, this.#tokens[one]));
    return name && accounts[name];
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  // What has no token lets nobody in.
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b);
}
