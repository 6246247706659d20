import { decodeToken } from './decodeToken.ts';

/** The browser has no session, or it has ended. */
export class SignedOutError extends Error {
  override name = 'SignedOutError';
}

export interface SessionClientOptions {
  /** Address of auth-gateway, for example `https://auth.acme.example`. */
  gatewayUrl: string;
  fetch?: typeof fetch;
  now?: () => number;
}

// A request may take a while to arrive, so a token is replaced before its end.
const REFRESH_BEFORE_END_MS = 30_000;

interface CachedToken {
  token: Promise<string>;
  expiresAtMs: number;
}

/** Exchanges the session cookie for tokens, and keeps each until shortly before its end. */
export class SessionClient {
  readonly #gatewayUrl: string;
  readonly #fetch: typeof fetch;
  readonly #now: () => number;
  readonly #tokens = new Map<string, CachedToken>();

  constructor(options: SessionClientOptions) {
    this.#gatewayUrl = options.gatewayUrl;
    this.#fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
    this.#now = options.now ?? Date.now;
  }

  /** Returns a token for one service; calls made at the same time share one exchange. */
  async getToken(audience: string): Promise<string> {
    const cached = this.#tokens.get(audience);
    if (cached && this.#now() < cached.expiresAtMs - REFRESH_BEFORE_END_MS) {
      return cached.token;
    }
    const entry: CachedToken = {
      token: this.#exchange(audience),
      // Until the answer is there, nobody else should ask again.
      expiresAtMs: Infinity,
    };
    this.#tokens.set(audience, entry);
    try {
      const token = await entry.token;
      entry.expiresAtMs = decodeToken(token).exp * 1000;
      return token;
    } catch (error) {
      this.#tokens.delete(audience);
      throw error;
    }
  }

  /** Like `fetch`, with a token for the service; asks for a new one once on 401. */
  async fetch(audience: string, input: string, init: RequestInit = {}) {
    const send = async () => {
      const headers = new Headers(init.headers);
      headers.set('Authorization', `Bearer ${await this.getToken(audience)}`);
      return this.#fetch(input, { ...init, headers });
    };
    const response = await send();
    if (response.status !== 401) {
      return response;
    }
    this.#tokens.delete(audience);
    return send();
  }

  /** Where to send somebody who has to sign in. */
  signInUrl(returnTo: string): string {
    const url = new URL('/sign-in', this.#gatewayUrl);
    url.searchParams.set('return_to', returnTo);
    return url.toString();
  }

  async signOut(): Promise<void> {
    this.#tokens.clear();
    const response = await this.#fetch(`${this.#gatewayUrl}/sign-out`, {
      method: 'POST',
      credentials: 'include',
    });
    if (!response.ok) {
      throw new Error(`Signing out failed with status ${response.status}`);
    }
  }

  async #exchange(audience: string): Promise<string> {
    const url = new URL('/token', this.#gatewayUrl);
    url.searchParams.set('audience', audience);
    const response = await this.#fetch(url.toString(), {
      method: 'POST',
      credentials: 'include',
    });
    if (response.status === 401) {
      throw new SignedOutError('The session has ended');
    }
    if (!response.ok) {
      throw new Error(`Token exchange failed with status ${response.status}`);
    }
    const body: { token: string } = await response.json();
    return body.token;
  }
}
