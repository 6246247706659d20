import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { PortalApi, PortalError } from './PortalApi.ts';

export interface PersonaSessionsOptions {
  /** The checkout. */
  root: string;
  /** Where the world keeps its state. */
  home: string;
  portalUrl: string;
}

/** A token lives for an hour. */
const sessionMs = 30 * 60_000;

/** Asks the portal as people, each with the token that `npm run token` prints. */
export class PersonaSessions {
  readonly #options: PersonaSessionsOptions;
  readonly #sessions = new Map<string, { api: PortalApi; until: number }>();

  constructor(options: PersonaSessionsOptions) {
    this.#options = options;
  }

  /** @throws PortalError while nobody can sign in yet */
  async open(persona: string, signal: AbortSignal): Promise<PortalApi> {
    const known = this.#sessions.get(persona);
    if (known && known.until > Date.now()) {
      return known.api;
    }
    const token = await this.#printToken(persona, signal);
    const { portalUrl } = this.#options;
    const api = new PortalApi({ portalUrl, token });
    this.#sessions.set(persona, { api, until: Date.now() + sessionMs });
    return api;
  }

  async #printToken(persona: string, signal: AbortSignal): Promise<string> {
    const { root, home } = this.#options;
    const launcher = path.join(root, 'packages/launcher/bin/atrium.mjs');
    try {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        [launcher, 'token', persona, '--home', home],
        { signal },
      );
      return stdout.trim();
    } catch {
      throw new PortalError(`'${persona}' cannot sign in yet`, false);
    }
  }
}
