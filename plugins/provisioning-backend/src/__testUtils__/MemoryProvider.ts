import type {
  CredentialedTarget,
  DriverText,
  FoundResource,
  Observation,
  ResourceDriver,
  ResourceDriverDescription,
  ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';

interface Thing {
  resourceId: string;
  installationId?: string;
  fingerprint: string;
  generation?: number;
  password?: string;
  access: 'granted' | 'suspended';
  differences: string[];
}

type Call =
  | 'observe'
  | 'create'
  | 'update'
  | 'rotate'
  | 'suspend'
  | 'resume'
  | 'snapshot'
  | 'delete';

/** Before or after the effect of a call, a test does what it wants. */
interface Fault {
  before?: () => Promise<void> | void;
  after?: () => Promise<void> | void;
}

/** A provider in memory, with a ledger of its effects and faults on demand. */
export class MemoryProvider implements ResourceDriver {
  readonly things = new Map<string, Thing>();
  /** Every effect, in order. */
  readonly ledger: string[] = [];
  /** What goes wrong with the next calls, each once. */
  readonly faults: Partial<Record<Call, Fault[]>> = {};
  /** Answers of `observe` instead of what is there. */
  observation: Observation | undefined;
  readonly description: ResourceDriverDescription;

  constructor(description: Partial<ResourceDriverDescription> = {}) {
    this.description = {
      id: 'memory',
      title: 'Memory',
      description: 'Things of this process',
      types: ['postgres'],
      inputs: { type: 'object', properties: {}, additionalProperties: true },
      parameters: {
        type: 'object',
        properties: {},
        additionalProperties: true,
      },
      outputs: {
        type: 'object',
        properties: {
          host: { type: 'string' },
          password: { type: 'string', writeOnly: true },
        },
        additionalProperties: false,
      },
      credentials: 'issued',
      hasSnapshots: true,
      hasSuspension: true,
      ...description,
    };
  }

  /** Has something go wrong with the next call. */
  break(call: Call, fault: Fault): void {
    this.faults[call] = [...(this.faults[call] ?? []), fault];
  }

  async describeChanges({ providerName }: ResourceTarget) {
    return [`Thing ${providerName}`];
  }

  describeLocation() {
    return 'memory';
  }

  async observe({ providerName, resourceId }: ResourceTarget) {
    return this.#call<Observation>('observe', () => {
      if (this.observation) {
        return this.observation;
      }
      const thing = this.things.get(providerName);
      if (!thing) {
        return { status: 'absent' };
      }
      if (thing.resourceId !== resourceId) {
        return { status: 'foreign', evidence: 'It has no mark' };
      }
      return {
        status: 'present',
        fingerprint: thing.fingerprint,
        credentialGeneration: thing.generation,
        access: thing.access,
        health: { status: 'ok' },
        differences: thing.differences,
        outputs: { host: 'db.internal' },
      };
    });
  }

  async create(target: CredentialedTarget) {
    await this.#call('create', () => {
      if (!this.things.has(target.providerName)) {
        this.ledger.push(`create ${target.providerName}`);
      }
      this.#set(target);
    });
  }

  async update(target: CredentialedTarget) {
    await this.#call('update', () => {
      this.ledger.push(`update ${target.providerName}`);
      this.#set(target);
    });
  }

  async rotate(target: CredentialedTarget) {
    await this.#call('rotate', () => {
      this.ledger.push(`rotate ${target.providerName}`);
      this.#set(target);
    });
  }

  async suspend({ providerName }: ResourceTarget) {
    await this.#call('suspend', () => {
      this.ledger.push(`suspend ${providerName}`);
      this.#demand(providerName).access = 'suspended';
    });
  }

  async resume({ providerName }: CredentialedTarget) {
    await this.#call('resume', () => {
      this.ledger.push(`resume ${providerName}`);
      this.#demand(providerName).access = 'granted';
    });
  }

  async snapshot({ providerName }: ResourceTarget) {
    return this.#call('snapshot', () => {
      this.ledger.push(`snapshot ${providerName}`);
      return `/snapshots/${providerName}`;
    });
  }

  async delete({ providerName }: ResourceTarget): Promise<DriverText[]> {
    return this.#call('delete', () => {
      if (!this.things.delete(providerName)) {
        return [];
      }
      this.ledger.push(`delete ${providerName}`);
      return [`Thing ${providerName}`];
    });
  }

  async *list(_inputs: JsonObject): AsyncIterable<FoundResource> {
    for (const [providerName, { resourceId, installationId }] of this.things) {
      yield { providerName, resourceId, installationId };
    }
  }

  async #call<T>(call: Call, effect: () => T): Promise<T> {
    const fault = this.faults[call]?.shift();
    await fault?.before?.();
    const result = effect();
    await fault?.after?.();
    return result;
  }

  #set({ providerName, credentials, ...target }: CredentialedTarget) {
    const before = this.things.get(providerName);
    this.things.set(providerName, {
      resourceId: target.resourceId,
      installationId: target.installationId,
      fingerprint: target.fingerprint,
      generation: credentials?.generation ?? before?.generation,
      password: credentials?.password('owner') ?? before?.password,
      access: target.access,
      differences: [],
    });
  }

  #demand(providerName: string): Thing {
    const thing = this.things.get(providerName);
    if (!thing) {
      throw new Error(`No thing '${providerName}'`);
    }
    return thing;
  }
}
