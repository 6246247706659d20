/** The claims of a customer's token. */
export interface TokenClaims {
  /** Issuer, the address of auth-gateway. */
  iss: string;
  /** Id of the account. */
  sub: string;
  /** The service which the token is for. */
  aud: string;
  /** Seconds since 1970. */
  iat: number;
  /** Seconds since 1970. */
  exp: number;
}

/**
 * Reads the claims of a token without checking its signature.
 *
 * @remarks
 * Good enough for a browser, which only wants to know when the token ends. A
 * server must use `verifyToken` from `@acme/session-library/server`.
 */
export function decodeToken(token: string): TokenClaims {
  const body = token.split('.')[1];
  if (!body) {
    throw new Error('Token has no claims');
  }
  const base64 = body.replaceAll('-', '+').replaceAll('_', '/');
  const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0));
  const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!isTokenClaims(claims)) {
    throw new Error('Token lacks a claim');
  }
  return claims;
}

function isTokenClaims(value: unknown): value is TokenClaims {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const claims = value as Record<string, unknown>;
  return (
    ['iss', 'sub', 'aud'].every(name => typeof claims[name] === 'string') &&
    ['iat', 'exp'].every(name => typeof claims[name] === 'number')
  );
}
