import { driverWords } from '@atrium/plugin-provisioning-node';
import {
  Algorithms,
  encode,
  encodeUser,
  fmtCreds,
  fromPublic,
  type KeyPair,
} from '@nats-io/jwt';
import {
  type Authenticator,
  type NatsConnection,
} from '@nats-io/transport-node';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { NatsJwtServerConfig } from '../config/ServerConfig';
import { createUserKey } from './createUserKey';
import { withConnection } from './NatsServer';
import { openKey } from './openKey';

/** How long a connection of the portal may be open. */
const PORTAL_SECONDS = 600;
/** Clocks of replicas differ: what was issued a little later is revoked, too. */
const CLOCK_SKEW_SECONDS = 300;
const REQUEST_TIMEOUT_MS = 10_000;
/** How often a change is tried that another replica makes undone. */
const ATTEMPTS = 5;

const infoSchema = z.object({ data: z.object({ jwt: z.string() }) });
/** All of it is kept but who is revoked. */
const claimsSchema = z.looseObject({
  aud: z.string().optional(),
  jti: z.string(),
  iat: z.number(),
  iss: z.string(),
  name: z.string(),
  sub: z.string(),
  nats: z.looseObject({
    revocations: z.record(z.string(), z.number()).optional(),
  }),
});

/** Public keys of users. */
export interface RevocationChange {
  revoke: string[];
  restore: string[];
}

type AccountClaims = z.infer<typeof claimsSchema>;

const updateSchema = z.object({
  data: z.object({ code: z.number() }).optional(),
  error: z.object({ description: z.string() }).optional(),
});

/**
 * An account of a server in operator mode: who is let in is signed by its key, and
 * who is not any more stands in its own JWT, which the operator signs.
 */
export class NatsAccount {
  readonly #server: NatsJwtServerConfig;
  /** The change of who is revoked that was asked for last. */
  #lastChange: Promise<void> = Promise.resolve();
  #portal: { user: KeyPair; jwt: string; endsAtSeconds: number } | undefined;

  constructor(server: NatsJwtServerConfig) {
    this.#server = server;
  }

  /** Lets the portal in for the time of a call, to JetStream only. */
  async authenticatePortal(): Promise<Authenticator> {
    const now = toSeconds(Date.now());
    let portal = this.#portal;
    if (!portal || portal.endsAtSeconds < now + PORTAL_SECONDS / 2) {
      const user = createUserKey(randomUUID());
      const endsAtSeconds = now + PORTAL_SECONDS;
      const jwt = await this.#sign('atrium-provisioning', user, {
        permissions: { pub: ['$JS.API.>'], sub: ['_INBOX.>'] },
        endsAtSeconds,
      });
      portal = { user, jwt, endsAtSeconds };
      this.#portal = portal;
    }
    return jwtAuthenticatorOf(portal.jwt, portal.user);
  }

  /**
   * A credentials file for a user of one stream.
   *
   * @remarks It publishes to the subjects of the stream, and takes messages by its
   * consumer. It makes no consumers of its own: the server would send what they
   * take to any subject. Answers come to an inbox that nobody else may read, but it
   * may have them sent elsewhere in the account: NATS checks no reply subjects.
   */
  async issue(name: string, user: KeyPair): Promise<string> {
    const jwt = await this.#sign(name, user, {
      permissions: {
        pub: [
          name,
          `${name}.>`,
          `$JS.API.STREAM.INFO.${name}`,
          `$JS.API.CONSUMER.INFO.${name}.${name}`,
          `$JS.API.CONSUMER.MSG.NEXT.${name}.${name}`,
          `$JS.ACK.${name}.${name}.>`,
        ],
        sub: [`${inboxOf(name)}.>`],
      },
    });
    return new TextDecoder().decode(fmtCreds(jwt, user));
  }

  /** The users that are not let in any more; the account has to be in use. */
  async readRevoked(signal: AbortSignal): Promise<Set<string>> {
    return this.#asSystem(signal, async connection => {
      const { nats } = await this.#read(connection);
      return new Set(Object.keys(nats.revocations ?? {}));
    });
  }

  /**
   * Shuts users out, whose connections end, and lets others in again.
   *
   * @remarks The server takes the whole account, so a change that another replica
   * makes at the same moment may undo this one: look again later.
   */
  async setRevoked(
    change: RevocationChange,
    signal: AbortSignal,
  ): Promise<void> {
    const done = this.#lastChange
      .catch(() => undefined)
      .then(() => this.#change(change, signal));
    this.#lastChange = done;
    return done;
  }

  async #change(change: RevocationChange, signal: AbortSignal): Promise<void> {
    await this.#asSystem(signal, async connection => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const claims = await this.#read(connection);
        const revoked: Record<string, number> = {
          ...claims.nats.revocations,
        };
        const isDone =
          change.revoke.every(key => key in revoked) &&
          change.restore.every(key => !(key in revoked));
        if (isDone) {
          return;
        }
        const until = toSeconds(Date.now()) + CLOCK_SKEW_SECONDS;
        change.revoke.forEach(key => {
          revoked[key] = until;
        });
        change.restore.forEach(key => {
          delete revoked[key];
        });
        await this.#write(connection, {
          ...claims,
          nats: { ...claims.nats, revocations: revoked },
        });
      }
      throw driverWords.error(
        Error,
        driverWords.describe('provisioning.driver.accountBusy', {
          server: this.#server.name,
        }),
      );
    });
  }

  async #sign(
    name: string,
    user: KeyPair,
    {
      permissions: { pub, sub },
      endsAtSeconds,
    }: {
      permissions: { pub: string[]; sub: string[] };
      endsAtSeconds?: number;
    },
  ): Promise<string> {
    const { account, accountSigningKey } = this.#server;
    const signer = openKey(accountSigningKey);
    return encodeUser(
      name,
      user,
      fromPublic(account),
      { pub: { allow: pub }, sub: { allow: sub } },
      {
        // The account may sign by its own key, too.
        signer,
        ...(endsAtSeconds && { exp: endsAtSeconds }),
      },
    );
  }

  async #asSystem<T>(
    signal: AbortSignal,
    work: (connection: NatsConnection) => Promise<T>,
  ): Promise<T> {
    const { systemCredentials } = this.#server;
    return withConnection(this.#server, {
      signal,
      authenticator: authenticateBy(systemCredentials),
      work,
    });
  }

  /** The account as the server has it; it knows those that are in use. */
  async #read(connection: NatsConnection): Promise<AccountClaims> {
    const { account, name } = this.#server;
    const answer = await connection.request(
      `$SYS.REQ.ACCOUNT.${account}.INFO`,
      '',
      { timeout: REQUEST_TIMEOUT_MS },
    );
    const { data } = infoSchema.safeParse(answer.json());
    const claims = data && readClaims(data.data.jwt);
    if (claims?.sub !== account) {
      throw driverWords.error(
        Error,
        driverWords.describe('provisioning.driver.accountUnsaid', {
          server: name,
        }),
      );
    }
    return claims;
  }

  async #write(
    connection: NatsConnection,
    claims: AccountClaims,
  ): Promise<void> {
    const { account, name, operatorSigningKey } = this.#server;
    const operator = openKey(operatorSigningKey);
    const answer = await connection.request(
      `$SYS.REQ.ACCOUNT.${account}.CLAIMS.UPDATE`,
      await encode(
        Algorithms.v2,
        { ...claims, aud: claims.aud ?? 'NATS' },
        operator,
      ),
      { timeout: REQUEST_TIMEOUT_MS },
    );
    const { data, error } = updateSchema.parse(answer.json());
    if (data?.code !== 200) {
      throw driverWords.error(
        Error,
        driverWords.describe('provisioning.driver.accountRefused', {
          server: name,
          answer:
            error?.description ??
            driverWords.describe('provisioning.driver.saysNothing'),
        }),
      );
    }
  }
}

/** Signs what the server asks to have signed. */
function jwtAuthenticatorOf(jwt: string, user: KeyPair): Authenticator {
  return nonce => ({
    jwt,
    nkey: user.getPublicKey(),
    sig: Buffer.from(user.sign(new TextEncoder().encode(nonce ?? ''))).toString(
      'base64url',
    ),
  });
}

/** Of a credentials file: a JWT, and the seed of its key. */
function authenticateBy(credentials: string): Authenticator {
  const [jwt, seed] = [...credentials.matchAll(/-{3,}\n([^\s-][^\n]*)\n/g)].map(
    ([, text]) => text.trim(),
  );
  if (!jwt || !seed) {
    throw driverWords.error(
      Error,
      driverWords.describe('provisioning.driver.systemCredentials'),
    );
  }
  return jwtAuthenticatorOf(jwt, openKey(seed));
}

/** What the server has checked before it says it. */
function readClaims(jwt: string): AccountClaims {
  const [, content = ''] = jwt.split('.');
  return claimsSchema.parse(
    JSON.parse(Buffer.from(content, 'base64url').toString()),
  );
}

/** Where answers to a user come to. */
export function inboxOf(name: string): string {
  return `_INBOX_${name}`;
}

function toSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000);
}
