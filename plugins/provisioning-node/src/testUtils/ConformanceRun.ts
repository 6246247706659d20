import type { JsonObject } from '@backstage/types';
import { createHash, randomUUID } from 'node:crypto';
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import type {
  CredentialedTarget,
  DriverContext,
  IssuedCredentials,
  Observation,
  PresentObservation,
} from '../ResourceDriver';
import { type DriverText, textOf } from '../DriverText';
import type { DriverConnection, DriverSubject } from './DriverSubject';

const LETTERS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
/** How long a provider that works by itself may take. */
const SETTLE_MS = 30_000;

/** Thrown where the kit ends a call, in the place of a killed process. */
export class KilledHere extends Error {
  name = 'KilledHere' as const;
}

/** The work with one resource, and all that was said on the way. */
export class ConformanceRun {
  readonly subject: DriverSubject;
  readonly target: CredentialedTarget;
  readonly #said: string[] = [];
  readonly #passwords = new Set<string>();

  constructor(subject: DriverSubject) {
    const resourceId = randomUUID();
    const name = 'conformance';
    this.subject = subject;
    this.target = {
      resourceId,
      installationId: 'conformance',
      providerName: `${name}-${resourceId.slice(0, 8)}`,
      type: subject.type,
      labels: {
        name,
        ownerRef: 'group:default/payments',
        entityRef: 'component:default/payment-service',
        environment: 'dev',
      },
      inputs: subject.inputs,
      parameters: subject.parameters,
      fingerprint: fingerprintOf(subject),
      access: 'granted',
      ...(subject.driver.description.credentials === 'issued' && {
        credentials: this.issue(1),
      }),
    };
  }

  /** The target after an update. */
  get changedTarget(): CredentialedTarget {
    const { changed } = this.subject;
    const inputs = changed.inputs ?? this.target.inputs;
    const parameters = changed.parameters ?? this.target.parameters;
    return {
      ...this.target,
      inputs,
      parameters,
      fingerprint: fingerprintOf({ inputs, parameters }),
    };
  }

  /** The target with the passwords of another generation. */
  withGeneration(generation: number): CredentialedTarget {
    return this.target.credentials
      ? { ...this.target, credentials: this.issue(generation) }
      : this.target;
  }

  issue(generation: number): IssuedCredentials {
    return {
      generation,
      password: name => {
        const { resourceId } = this.target;
        const hash = createHash('sha256')
          .update(`${resourceId} ${generation} ${name}`)
          .digest();
        const password = Array.from(
          hash,
          byte => LETTERS[byte % LETTERS.length],
        ).join('');
        this.#passwords.add(password);
        return password;
      },
    };
  }

  /** @param killAt - At which `progress` the call is ended; from 1. */
  context(killAt?: number): DriverContext {
    const log = (...words: unknown[]) => {
      this.note(words);
    };
    let count = 0;
    return {
      signal: AbortSignal.timeout(60_000),
      idempotencyKey: `${this.target.resourceId}-step`,
      progress: message => {
        this.note(message);
        count += 1;
        if (count === killAt) {
          throw new KilledHere(textOf(message));
        }
      },
      logger: {
        error: log,
        warn: log,
        info: log,
        debug: log,
        child() {
          return this;
        },
      },
    };
  }

  /** Remembers what was said, for {@link checkNothingLeaked}. */
  note(said: unknown): void {
    this.#said.push(inspect(said, { depth: 8, maxStringLength: null }));
  }

  /** Notes what a call answers or throws. */
  async call<T>(work: () => Promise<T>): Promise<T> {
    try {
      const answer = await work();
      this.note(answer);
      return answer;
    } catch (error) {
      this.note(error);
      throw error;
    }
  }

  async create(target = this.target): Promise<void> {
    await this.call(() => this.subject.driver.create(target, this.context()));
    await this.settle(target);
  }

  async delete(target = this.target): Promise<DriverText[]> {
    const { driver } = this.subject;
    const removed = await this.call(() =>
      driver.delete(target, this.context()),
    );
    await this.settle(target);
    return removed;
  }

  /** Looks until the provider does not work on it any more. */
  async settle(target = this.target): Promise<Observation> {
    const { driver, advance } = this.subject;
    const end = performance.now() + SETTLE_MS;
    for (;;) {
      await advance?.(target);
      const observation = await this.call(() =>
        driver.observe(target, this.context()),
      );
      if (observation.status !== 'changing') {
        return observation;
      }
      assert.ok(
        performance.now() < end,
        `still: ${textOf(observation.message)}`,
      );
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** Looks, and makes sure that it is there just as the target has it. */
  async expectPresent(target = this.target): Promise<PresentObservation> {
    const observation = await this.settle(target);
    assert.ok(observation.status === 'present', inspect(observation));
    assert.equal(observation.fingerprint, target.fingerprint, 'fingerprint');
    assert.equal(
      observation.credentialGeneration,
      target.credentials?.generation,
      'generation of the credentials',
    );
    assert.equal(observation.access, target.access, 'access');
    assert.deepEqual(observation.differences, []);
    return observation;
  }

  async expectStatus(status: Observation['status']): Promise<void> {
    const observation = await this.settle();
    assert.equal(observation.status, status, inspect(observation));
  }

  /** The outputs and the secrets of what is there. */
  async readAccess(target = this.target): Promise<JsonObject> {
    const { driver } = this.subject;
    const { outputs } = await this.expectPresent(target);
    const secrets = await driver.describeSecrets?.(target, outputs);
    return { ...outputs, ...secrets };
  }

  async connect(target = this.target): Promise<DriverConnection | undefined> {
    const { connect } = this.subject;
    return connect?.(await this.readAccess(target));
  }

  /** Gets in, and writes and reads a value. */
  async expectUsable(target = this.target): Promise<void> {
    const connection = await this.connect(target);
    if (connection) {
      try {
        await connection.write('usable');
        assert.equal(await connection.read(), 'usable');
      } finally {
        await connection.close();
      }
    }
  }

  /** Gets in with what somebody has written down. */
  async expectLetIn(access: JsonObject): Promise<void> {
    const connection = await this.subject.connect?.(access);
    await connection?.close();
  }

  async expectRefused(access: JsonObject): Promise<void> {
    const { connect, checksPasswords = true } = this.subject;
    if (!connect || !checksPasswords) {
      return;
    }
    const connection = await connect(access).catch(() => undefined);
    await connection?.close();
    assert.equal(connection, undefined, 'let in with credentials of no worth');
  }

  /** Nothing that was said on the way holds a password, in whatever form. */
  checkNothingLeaked(): void {
    for (const password of this.#passwords) {
      const forms = [
        password,
        Buffer.from(password).toString('base64').replace(/=+$/, ''),
        Buffer.from(password).toString('hex'),
      ];
      for (const said of this.#said) {
        for (const form of forms) {
          const isThere = said.toLowerCase().includes(form.toLowerCase());
          assert.ok(!isThere, 'a password is in what was said or thrown');
        }
      }
    }
  }
}

function fingerprintOf(of: { inputs: JsonObject; parameters: JsonObject }) {
  return createHash('sha256')
    .update(JSON.stringify([of.inputs, of.parameters]))
    .digest('hex');
}
