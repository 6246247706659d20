import { timingSafeEqual } from 'node:crypto';
import { personas } from '../personas.ts';
import { clusterRoles } from './clusterRoles.ts';
import type { PolicyRule } from './clusterRoles.ts';

/** Somebody whom the API server knows. */
export interface KubernetesUser {
  name: string;
  groups: string[];
  role: PolicyRule[];
}

const portal: KubernetesUser = {
  name: 'system:serviceaccount:atrium:atrium',
  groups: [
    'system:serviceaccounts',
    'system:serviceaccounts:atrium',
    'system:authenticated',
  ],
  role: clusterRoles.portal,
};

/** The portal with its token, and the personas with their names. */
export class KubernetesUsers {
  readonly #token: string;

  constructor(token: string) {
    this.#token = token;
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
        return isSame(value, this.#token) ? portal : undefined;
      case 'basic': {
        const pair = Buffer.from(value, 'base64').toString('utf8');
        const colon = pair.indexOf(':');
        const password = pair.slice(colon + 1);
        if (isSame(password, this.#token)) {
          return portal;
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
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
