import { ProviderRefusal } from '../ProviderRefusal';
import type {
  CredentialedTarget,
  DriverContext,
  FoundResource,
  Observation,
  ResourceDriver,
  ResourceDriverDescription,
  ResourceTarget,
} from '../ResourceDriver';
import type { DriverConnection, DriverSubject } from '../testUtils';

interface Box {
  resourceId?: string;
  installationId?: string;
  fingerprint?: string;
  generation?: number;
  password?: string;
  isOpen: boolean;
  size?: number;
  value?: string;
  sessions: Set<{ isOpen: boolean }>;
}

/** Keeps values in boxes of this process: the least that holds the contract. */
export class MemoryDriver implements ResourceDriver {
  readonly boxes = new Map<string, Box>();
  readonly description: ResourceDriverDescription = {
    id: 'memory',
    title: 'Memory',
    description: 'Boxes of this process.',
    types: ['box'],
    inputs: {
      type: 'object',
      properties: { size: { type: 'integer', title: 'Size' } },
      required: ['size'],
      additionalProperties: false,
    },
    parameters: { type: 'object', properties: {}, additionalProperties: false },
    outputs: {
      type: 'object',
      properties: {
        box: { type: 'string', title: 'Box' },
        password: { type: 'string', title: 'Password', writeOnly: true },
      },
      required: ['box', 'password'],
      additionalProperties: false,
    },
    credentials: 'issued',
    hasSnapshots: false,
    hasSuspension: true,
  };

  async describeChanges({ providerName }: ResourceTarget) {
    return [`box ${providerName}`];
  }

  describeLocation() {
    return 'memory of this process';
  }

  async observe(target: ResourceTarget): Promise<Observation> {
    const box = this.boxes.get(target.providerName);
    if (!box) {
      return { status: 'absent' };
    }
    if (!isOurs(box, target)) {
      return { status: 'foreign', evidence: 'a box of somebody else' };
    }
    const isAsWanted = box.size === target.inputs.size;
    return {
      status: 'present',
      fingerprint: box.fingerprint,
      credentialGeneration: box.generation,
      access: box.isOpen ? 'granted' : 'suspended',
      health: { status: 'ok' },
      differences: isAsWanted ? [] : [`size is ${box.size}`],
      outputs: { box: target.providerName },
    };
  }

  async create(target: CredentialedTarget, context: DriverContext) {
    context.progress('Making the box');
    const box = this.own(target) ?? {
      resourceId: target.resourceId,
      installationId: target.installationId,
      isOpen: false,
      sessions: new Set(),
    };
    this.boxes.set(target.providerName, box);
    context.progress('Filling the box');
    await this.update(target, context);
  }

  async update(target: CredentialedTarget, context: DriverContext) {
    const box = this.demand(target);
    box.size = Number(target.inputs.size);
    context.progress('Locking the box');
    box.fingerprint = target.fingerprint;
    box.isOpen = target.access === 'granted';
    this.setPassword(box, target);
  }

  async rotate(target: CredentialedTarget, context: DriverContext) {
    const box = this.demand(target);
    context.progress('Changing the lock');
    this.setPassword(box, target);
  }

  async suspend(target: ResourceTarget) {
    const box = this.demand(target);
    box.isOpen = false;
    this.endSessions(box);
  }

  async resume(target: CredentialedTarget) {
    const box = this.demand(target);
    box.isOpen = true;
    this.setPassword(box, target);
  }

  async delete(target: ResourceTarget, context: DriverContext) {
    if (!this.own(target)) {
      return [];
    }
    context.progress('Throwing the box away');
    this.boxes.delete(target.providerName);
    return [`box ${target.providerName}`];
  }

  describeSecrets({ credentials }: CredentialedTarget) {
    return credentials ? { password: credentials.password('owner') } : {};
  }

  async *list(): AsyncIterable<FoundResource> {
    for (const [providerName, { resourceId, installationId }] of this.boxes) {
      if (resourceId) {
        yield { providerName, resourceId, installationId };
      }
    }
  }

  protected endSessions(box: Box) {
    for (const session of box.sessions) {
      session.isOpen = false;
    }
  }

  protected setPassword(box: Box, { credentials }: CredentialedTarget) {
    if (credentials) {
      box.password = credentials.password('owner');
      box.generation = credentials.generation;
    }
  }

  /** The box, unless there is none. */
  protected own(target: ResourceTarget): Box | undefined {
    const box = this.boxes.get(target.providerName);
    if (box && !isOurs(box, target)) {
      throw new ProviderRefusal('The box is of somebody else', {
        isTemporary: false,
      });
    }
    return box;
  }

  protected demand(target: ResourceTarget): Box {
    const box = this.own(target);
    if (!box) {
      throw new Error(`No box '${target.providerName}'`);
    }
    return box;
  }
}

function isOurs(box: Box, target: ResourceTarget): boolean {
  return (
    box.resourceId === target.resourceId &&
    box.installationId === target.installationId
  );
}

/** What the kit needs for boxes. */
export function createMemorySubject(driver: MemoryDriver): DriverSubject {
  return {
    driver,
    type: 'box',
    inputs: { size: 1 },
    parameters: {},
    changed: { inputs: { size: 2 } },
    async connect({ box: name, password }): Promise<DriverConnection> {
      const box = driver.boxes.get(String(name));
      if (!box?.isOpen || box.password !== password) {
        throw new Error('refused');
      }
      const session = { isOpen: true };
      box.sessions.add(session);
      return {
        async write(value) {
          if (!session.isOpen) {
            throw new Error('ended');
          }
          box.value = value;
        },
        async read() {
          return box.value;
        },
        async close() {
          box.sessions.delete(session);
        },
      };
    },
    async tamper({ providerName }) {
      driver.boxes.set(providerName, {
        ...driver.boxes.get(providerName),
        isOpen: true,
        sessions: new Set(),
        size: 99,
      });
    },
    difference: /^size is 99$/,
    async placeForeign({ providerName }) {
      const box: Box = { isOpen: true, sessions: new Set(), value: 'theirs' };
      driver.boxes.set(providerName, box);
      return {
        async isUntouched() {
          const there = driver.boxes.get(providerName);
          return there === box && there.value === 'theirs' && there.isOpen;
        },
        async remove() {
          driver.boxes.delete(providerName);
        },
      };
    },
  };
}
