import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { decodeToken, type TokenClaims } from './decodeToken.ts';

export interface TokenVerifierOptions {
  /** Address of auth-gateway, which is also the issuer. */
  issuer: string;
  /** Name of your own service. */
  audience: string;
  fetch?: typeof fetch;
  now?: () => number;
}

interface JsonWebKeySet {
  keys: { kty: string; crv: string; x: string }[];
}

const KEYS_FRESH_MS = 5 * 60_000;

/** Verifies customers' tokens with the key set of the gateway. */
export class TokenVerifier {
  readonly #options: TokenVerifierOptions;
  readonly #fetch: typeof fetch;
  readonly #now: () => number;
  #keys: KeyObject[] = [];
  #keysFetchedAtMs = -Infinity;

  constructor(options: TokenVerifierOptions) {
    this.#options = options;
    this.#fetch = options.fetch ?? globalThis.fetch;
    this.#now = options.now ?? Date.now;
  }

  /** Returns the claims, or throws when the token is not to be trusted. */
  async verifyToken(token: string): Promise<TokenClaims> {
    const end = token.lastIndexOf('.');
    const signed = Buffer.from(token.slice(0, end));
    const signature = Buffer.from(token.slice(end + 1), 'base64url');
    const keys = await this.#freshKeys();
    if (!keys.some(key => verify(null, signed, key, signature))) {
      throw new Error('Token has a wrong signature');
    }
    const claims = decodeToken(token);
    if (claims.iss !== this.#options.issuer) {
      throw new Error(`Token comes from '${claims.iss}'`);
    }
    if (claims.aud !== this.#options.audience) {
      throw new Error(`Token is for '${claims.aud}'`);
    }
    if (claims.exp * 1000 <= this.#now()) {
      throw new Error('Token has ended');
    }
    return claims;
  }

  async #freshKeys(): Promise<KeyObject[]> {
    if (this.#now() - this.#keysFetchedAtMs < KEYS_FRESH_MS) {
      return this.#keys;
    }
    const response = await this.#fetch(
      `${this.#options.issuer}/.well-known/jwks.json`,
    );
    if (!response.ok) {
      throw new Error(`Key set answered ${response.status}`);
    }
    const keySet: JsonWebKeySet = await response.json();
    this.#keys = keySet.keys.map(key =>
      createPublicKey({ key, format: 'jwk' }),
    );
    this.#keysFetchedAtMs = this.#now();
    return this.#keys;
  }
}
