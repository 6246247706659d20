type DriverRegistry = InstanceType<
  typeof import('@atrium/plugin-provisioning-backend/src/services/DriverRegistry').DriverRegistry
>;
type ResourceDriver = Parameters<DriverRegistry['addDriver']>[0];
type CredentialedTarget = Parameters<ResourceDriver['create']>[0];
type DriverContext = Parameters<ResourceDriver['create']>[1];

const anything = {
  type: 'object',
  properties: {},
  additionalProperties: true,
} as const;

interface SimulatorDriverOptions {
  id: string;
  url: string;
  /** For how long the provider may not show what it has made. */
  settleMs: number;
  maxConcurrency: number;
}

/** Speaks with the simulated provider, as a driver speaks with a real one. */
export function createSimulatorDriver(
  options: SimulatorDriverOptions,
): ResourceDriver {
  const { id, url, settleMs, maxConcurrency } = options;
  const pid = String(process.pid);

  const call = async (
    name: string,
    target: CredentialedTarget,
    context: DriverContext,
  ) => {
    const response = await fetch(`${url}/${target.providerName}`, {
      method: 'POST',
      signal: context.signal,
      headers: {
        'x-call': name,
        'x-pid': pid,
        'idempotency-key': context.idempotencyKey,
      },
      body: JSON.stringify({
        resourceId: target.resourceId,
        fingerprint: target.fingerprint,
        generation: target.credentials?.generation,
        access: target.access,
      }),
    });
    if (response.status === 429) {
      throw Object.assign(new Error('The provider is busy'), {
        name: 'ProviderRefusal',
        isTemporary: true,
        retryAfterMs: Number(response.headers.get('retry-after-ms')),
      });
    }
    if (!response.ok) {
      throw new Error(`The provider answered ${response.status}`);
    }
    await response.arrayBuffer();
  };

  return {
    description: {
      id,
      title: 'Simulator',
      description: 'A provider that fails as real ones do',
      types: ['postgres'],
      inputs: anything,
      parameters: anything,
      outputs: {
        ...anything,
        properties: { password: { type: 'string', writeOnly: true } },
      },
      credentials: 'issued',
      settleMs,
      hasSnapshots: false,
      hasSuspension: false,
      maxConcurrency,
    },
    describeChanges: async () => [],
    describeLocation: () => 'the simulator',
    async observe(target, context) {
      const response = await fetch(`${url}/${target.providerName}`, {
        signal: context.signal,
        headers: { 'x-pid': pid },
      });
      if (response.status === 404) {
        await response.arrayBuffer();
        return { status: 'absent' };
      }
      if (response.status === 501) {
        await response.arrayBuffer();
        return { status: 'unknown', evidence: 'Nobody can look' };
      }
      if (!response.ok) {
        throw new Error(`The provider answered ${response.status}`);
      }
      const thing = await response.json();
      return {
        status: 'present',
        fingerprint: thing.fingerprint,
        credentialGeneration: thing.generation,
        access: thing.access,
        health: { status: 'ok' },
        differences: [],
        outputs: {},
      };
    },
    create: (target, context) => call('create', target, context),
    update: (target, context) => call('update', target, context),
    rotate: (target, context) => call('rotate', target, context),
    async delete(target, context) {
      await call('delete', target, context);
      return [target.providerName];
    },
  };
}

/** A provider that does nothing, at once: what is left is the engine itself. */
export function createNoOpDriver(maxConcurrency: number): ResourceDriver {
  const made = new Map<string, { fingerprint: string; generation: number }>();
  const make = async (target: CredentialedTarget) => {
    made.set(target.providerName, {
      fingerprint: target.fingerprint,
      generation: target.credentials?.generation ?? 1,
    });
  };
  const simulator = createSimulatorDriver({
    id: 'no-op',
    url: '',
    settleMs: 0,
    maxConcurrency,
  });
  return {
    ...simulator,
    async observe({ providerName }) {
      const thing = made.get(providerName);
      return thing
        ? {
            status: 'present',
            fingerprint: thing.fingerprint,
            credentialGeneration: thing.generation,
            access: 'granted',
            health: { status: 'ok' },
            differences: [],
            outputs: {},
          }
        : { status: 'absent' };
    },
    create: make,
    update: make,
    rotate: make,
    async delete({ providerName }) {
      made.delete(providerName);
      return [providerName];
    },
  };
}
