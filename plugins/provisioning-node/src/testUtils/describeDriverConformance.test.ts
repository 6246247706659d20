import {
  createMemorySubject,
  MemoryDriver,
} from '../__testUtils__/MemoryDriver';
import type {
  CredentialedTarget,
  DriverContext,
  ResourceTarget,
} from '../ResourceDriver';
import {
  describeDriverConformance,
  type DriverSubject,
  listConformanceChecks,
} from '.';

describeDriverConformance('a driver that holds the contract', async () =>
  createMemorySubject(new MemoryDriver()),
);

/** Drivers with one flaw each, and the check that has to find it. */
const FLAWS: { flaw: string; finds: string; driver: MemoryDriver }[] = [
  {
    flaw: 'fails where it is there already',
    finds: 'makes it, once however often it is asked',
    driver: new (class extends MemoryDriver {
      async create(target: CredentialedTarget, context: DriverContext) {
        if (this.boxes.has(target.providerName)) {
          throw new Error('There is one');
        }
        await super.create(target, context);
      }
    })(),
  },
  {
    flaw: 'takes what was left half made for whole',
    finds: 'goes on after a creation that was cut short anywhere',
    driver: new (class extends MemoryDriver {
      async create(target: CredentialedTarget, context: DriverContext) {
        if (!this.own(target)) {
          await super.create(target, context);
        }
      }
    })(),
  },
  {
    flaw: 'keeps the passwords',
    finds: 'gives it other credentials, and those before are refused',
    driver: new (class extends MemoryDriver {
      protected setPassword(
        box: { password?: string; generation?: number },
        { credentials }: CredentialedTarget,
      ) {
        box.password ??= credentials?.password('owner');
        box.generation = credentials?.generation;
      }
    })(),
  },
  {
    flaw: 'takes the password away with a change',
    finds:
      'keeps credentials that somebody has taken, and the portal does not have',
    driver: new (class extends MemoryDriver {
      protected setPassword(
        box: { password?: string; generation?: number },
        { credentials }: CredentialedTarget,
      ) {
        box.password = credentials?.password('owner');
        box.generation = credentials?.generation;
      }
    })(),
  },
  {
    flaw: 'says a password',
    finds: 'makes it, once however often it is asked',
    driver: new (class extends MemoryDriver {
      async create(target: CredentialedTarget, context: DriverContext) {
        context.logger.info('Made', {
          hash: Buffer.from(
            target.credentials?.password('owner') ?? '',
          ).toString('base64'),
        });
        await super.create(target, context);
      }
    })(),
  },
  {
    flaw: 'leaves connections open',
    finds: 'takes access away and gives it back, while the data stays',
    driver: new (class extends MemoryDriver {
      protected endSessions() {}
    })(),
  },
  {
    flaw: 'removes what is of somebody else',
    finds: 'never touches what is not of this portal',
    driver: new (class extends MemoryDriver {
      async delete({ providerName }: ResourceTarget) {
        this.boxes.delete(providerName);
        return [`box ${providerName}`];
      }
    })(),
  },
  {
    flaw: 'answers secrets where everybody reads them',
    finds: 'makes it, once however often it is asked',
    driver: new (class extends MemoryDriver {
      async observe(target: ResourceTarget) {
        const observation = await super.observe(target);
        return observation.status === 'present'
          ? { ...observation, outputs: { box: 'box', password: 'password' } }
          : observation;
      }
    })(),
  },
  {
    flaw: 'says nothing of what was changed by hand',
    finds: 'shows what somebody else changed, and puts it right when asked',
    driver: new (class extends MemoryDriver {
      async observe(target: ResourceTarget) {
        const observation = await super.observe(target);
        return observation.status === 'present'
          ? { ...observation, differences: [] }
          : observation;
      }
    })(),
  },
  {
    flaw: 'describes itself by a schema that is none',
    finds: 'describes itself by valid schemas',
    driver: Object.assign(new MemoryDriver(), {
      description: {
        ...new MemoryDriver().description,
        inputs: {
          type: 'object',
          properties: { size: { type: 'whole', title: 'Size' } },
          additionalProperties: false,
        },
      },
    }),
  },
];

describe('conformance kit', () => {
  it.each(FLAWS)('finds a driver that $flaw', async ({ finds, driver }) => {
    const subject: DriverSubject = createMemorySubject(driver);
    const failed: string[] = [];
    for (const check of listConformanceChecks()) {
      await check.run(subject).catch(() => failed.push(check.name));
    }
    expect(failed).toContain(finds);
  });
});
