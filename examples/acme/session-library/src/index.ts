export { SessionClient, SignedOutError } from './SessionClient.ts';
export type { SessionClientOptions } from './SessionClient.ts';
export { decodeToken } from './decodeToken.ts';
export type { TokenClaims } from './decodeToken.ts';
