import type {
  CredentialedTarget,
  DriverProblem,
  DriverText,
  Observation,
  ResourceDriver,
  ResourceTarget,
} from '@atrium/plugin-provisioning-node';
import type { JsonObject } from '@backstage/types';
import { MEMORY_DRIVER } from './sampleDefinitions';

/** A box, as it lies in memory. */
interface Box {
  fingerprint: string;
  generation?: number;
  password?: string;
  isOpen: boolean;
  /** What somebody has changed of it by hand. */
  differences: string[];
}

const SOLD_OUT = {
  key: 'boxes.soldOut',
  values: { colour: 'blue' },
  text: 'blue is sold out',
};

/** Makes boxes in memory, each locked with a password that the portal issues. */
export class BoxDriver implements ResourceDriver {
  readonly boxes = new Map<string, Box>();
  readonly description: ResourceDriver['description'];

  constructor(description: Partial<ResourceDriver['description']> = {}) {
    this.description = {
      ...MEMORY_DRIVER.description,
      outputs: {
        type: 'object',
        properties: {
          box: { type: 'string' },
          password: { type: 'string', writeOnly: true },
        },
        additionalProperties: false,
      },
      ...description,
    };
  }

  async check({ parameters }: ResourceTarget): Promise<DriverProblem[]> {
    return parameters.colour === 'blue'
      ? [{ field: 'parameters.colour', message: SOLD_OUT }]
      : [];
  }

  async describeChanges({ providerName }: ResourceTarget) {
    return [
      {
        key: 'boxes.made',
        values: { name: providerName },
        text: `Box ${providerName}`,
      },
    ];
  }

  describeLocation(_inputs: JsonObject): DriverText {
    return 'memory of this process';
  }

  async observe({ providerName }: ResourceTarget): Promise<Observation> {
    const box = this.boxes.get(providerName);
    return box
      ? {
          status: 'present',
          fingerprint: box.fingerprint,
          credentialGeneration: box.generation,
          access: box.isOpen ? 'granted' : 'suspended',
          health: { status: 'ok' },
          differences: box.differences,
          outputs: { box: providerName },
        }
      : { status: 'absent' };
  }

  async create(target: CredentialedTarget) {
    this.boxes.set(target.providerName, {
      fingerprint: target.fingerprint,
      generation: target.credentials?.generation,
      password: target.credentials?.password('owner'),
      isOpen: target.access === 'granted',
      differences: [],
    });
  }

  async update({ providerName, fingerprint }: CredentialedTarget) {
    this.#change(providerName, { fingerprint, differences: [] });
  }

  async rotate({ providerName, credentials }: CredentialedTarget) {
    this.#change(providerName, {
      generation: credentials?.generation,
      password: credentials?.password('owner'),
    });
  }

  async suspend({ providerName }: ResourceTarget) {
    this.#change(providerName, { isOpen: false });
  }

  async resume({ providerName }: CredentialedTarget) {
    this.#change(providerName, { isOpen: true });
  }

  async delete({ providerName }: ResourceTarget) {
    return this.boxes.delete(providerName)
      ? [
          {
            key: 'boxes.removed',
            values: { name: providerName },
            text: `Box ${providerName}`,
          },
        ]
      : [];
  }

  describeSecrets({ credentials }: CredentialedTarget) {
    return credentials ? { password: credentials.password('owner') } : {};
  }

  #change(providerName: string, change: Partial<Box>): void {
    const box = this.boxes.get(providerName);
    if (!box) {
      throw new Error(`No box '${providerName}'`);
    }
    Object.assign(box, change);
  }
}
