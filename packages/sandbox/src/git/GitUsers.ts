import { createHash, timingSafeEqual } from 'node:crypto';
import type { Persona } from '../personas.ts';
import { HttpError } from './HttpError.ts';

export interface GitUser {
  id: number;
  name: string;
  displayName: string;
  email: string;
  /** The team that the user is in. */
  group: string;
  /** May delete repositories. */
  isAdmin: boolean;
}

/** The user the portal itself works as. */
export const portalUserName = 'atrium';

const adminGroup = 'platform-team';

/** Who may push: the portal's bot with its token, and the personas. */
export class GitUsers {
  readonly #users = new Map<string, { user: GitUser; password: string }>();
  readonly #token: string;

  constructor(options: { token: string; personas: Persona[] }) {
    this.#token = options.token;
    this.#add(options.token, {
      name: portalUserName,
      displayName: 'Atrium',
      email: 'atrium@acme.example',
      group: adminGroup,
      isAdmin: true,
    });
    for (const persona of options.personas) {
      this.#add(persona.name, {
        name: persona.name,
        displayName: persona.displayName,
        email: persona.email,
        group: persona.group,
        isAdmin: persona.group === adminGroup,
      });
    }
  }

  get(name: string): GitUser | undefined {
    return this.#users.get(name.toLowerCase())?.user;
  }

  /**
   * Reads an `Authorization` header.
   *
   * @remarks
   * Undefined when there is none; wrong credentials are refused even where
   * none are needed, as on Gitea, so that a mistake is noticed.
   */
  authenticate(header: string | undefined): GitUser | undefined {
    if (!header) {
      return undefined;
    }
    const [scheme, value = ''] = header.trim().split(/\s+/, 2);
    switch (scheme.toLowerCase()) {
      case 'basic': {
        const text = Buffer.from(value, 'base64').toString('utf8');
        const colon = text.indexOf(':');
        const entry = this.#users.get(text.slice(0, colon).toLowerCase());
        if (entry && isSame(entry.password, text.slice(colon + 1))) {
          return entry.user;
        }
        break;
      }
      case 'token':
      case 'bearer':
        if (isSame(this.#token, value)) {
          return this.get(portalUserName);
        }
        break;
      default:
        break;
    }
    throw new HttpError(401, 'invalid username, password or token');
  }

  #add(password: string, user: Omit<GitUser, 'id'>) {
    const id = this.#users.size + 1;
    this.#users.set(user.name, { user: { ...user, id }, password });
  }
}

function isSame(expected: string, given: string) {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
