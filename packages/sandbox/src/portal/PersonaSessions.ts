import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { fetchFromPortal, PortalApi, PortalError } from './PortalApi.ts';

export interface PersonaSessionsOptions {
  /** The checkout. */
  root: string;
  /** Where the world keeps its state. */
  home: string;
  portalUrl: string;
}

/** A token lives for an hour. */
const sessionMs = 30 * 60_000;

const readinessPath = '/.backstage/health/v1/readiness';

/** After a sign-in that failed; twice as long after each further one. */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

interface Session {
  api: Promise<PortalApi>;
  /** When the next sign-in may be tried, as `Date.now()` has it. */
  until: number;
  failures: number;
}

/** Asks the portal as people, each with the token that `npm run token` prints. */
export class PersonaSessions {
  readonly #options: PersonaSessionsOptions;
  readonly #sessions = new Map<string, Session>();

  constructor(options: PersonaSessionsOptions) {
    this.#options = options;
  }

  /**
   * Callers ask once a second until they may, and a sign-in is two processes: so
   * they share it, none begins before the portal is ready, and one that failed is
   * not tried again at once.
   *
   * @throws PortalError while nobody can sign in yet
   */
  async open(persona: string, signal: AbortSignal): Promise<PortalApi> {
    const { portalUrl } = this.#options;
    if (!this.#isKnown(persona)) {
      const url = `${portalUrl}${readinessPath}`;
      const response = await fetchFromPortal(url, { headers: {}, signal });
      await response.body?.cancel();
    }
    const before = this.#sessions.get(persona);
    if (before && this.#isKnown(persona)) {
      return before.api;
    }
    const session: Session = {
      api: this.#signIn(persona, signal),
      until: Date.now() + sessionMs,
      failures: before?.failures ?? 0,
    };
    this.#sessions.set(persona, session);
    try {
      const api = await session.api;
      session.failures = 0;
      return api;
    } catch (error) {
      const pauseMs = firstPauseMs * 2 ** session.failures;
      session.until = Date.now() + Math.min(pauseMs, longestPauseMs);
      session.failures += 1;
      throw error;
    }
  }

  #isKnown(persona: string): boolean {
    const session = this.#sessions.get(persona);
    return session !== undefined && session.until > Date.now();
  }

  async #signIn(persona: string, signal: AbortSignal): Promise<PortalApi> {
    const token = await this.#printToken(persona, signal);
    const { portalUrl } = this.#options;
    return new PortalApi({ portalUrl, token });
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
