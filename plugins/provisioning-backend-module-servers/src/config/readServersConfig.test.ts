import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readServersConfig } from './readServersConfig';

const ACCOUNT = `A${'B'.repeat(55)}`;

const read = (servers: JsonObject) =>
  readServersConfig(
    mockServices.rootConfig({ data: { provisioning: { servers } } }),
  );

describe('readServersConfig', () => {
  let folder: string;
  const fileOf = (name: string) => join(folder, name);
  const natsJwt = (change: JsonObject = {}) => ({
    'nats-jwt': {
      operated: {
        host: 'nats.internal',
        account: ACCOUNT,
        accountSigningKeyFile: fileOf('account.nk'),
        operatorSigningKeyFile: fileOf('operator.nk'),
        systemCredentialsFile: fileOf('system.creds'),
        ...change,
      },
    },
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'servers-'));
    await writeFile(fileOf('account.nk'), 'SAACCOUNT\n');
    await writeFile(fileOf('operator.nk'), 'SOOPERATOR\n');
    await writeFile(fileOf('system.creds'), 'credentials');
  });

  it('reads keys of NATS from files, and certificates for every driver', async () => {
    await writeFile(fileOf('ca.pem'), 'a certificate');
    const tls = { caFile: fileOf('ca.pem') };
    const server = { host: 'db.internal', tls };
    const servers = await read({
      ...natsJwt({ tls }),
      mysql: { one: server },
      redis: { one: server },
      rabbitmq: { one: server },
      nats: { one: server },
    });
    expect(servers['nats-jwt']).toMatchObject([
      {
        name: 'operated',
        port: 4222,
        account: ACCOUNT,
        accountSigningKey: 'SAACCOUNT',
        operatorSigningKey: 'SOOPERATOR',
        systemCredentials: 'credentials',
      },
    ]);
    expect(servers.rabbitmq[0].managementUrl).toBe('https://db.internal:15672');
    for (const [one] of [
      servers['nats-jwt'],
      servers.mysql,
      servers.redis,
      servers.rabbitmq,
      servers.nats,
    ]) {
      expect(one.tls?.ca).toBe('a certificate');
    }
  });

  it('refuses keys of another kind, and says none of them', async () => {
    const swapped = natsJwt({ operatorSigningKeyFile: fileOf('account.nk') });
    await expect(read(swapped)).rejects.toThrow(
      "'provisioning.servers.nats-jwt.operated.operatorSigningKeyFile' must hold a seed that begins with 'SO'",
    );
    await expect(read(swapped)).rejects.not.toThrow(/SAACCOUNT/);
    await expect(read(natsJwt({ account: 'SAACCOUNT' }))).rejects.toThrow(
      /must be the public key of an account/,
    );
    await expect(
      read({
        redis: { one: { host: 'x', tls: { certFile: fileOf('ca.pem') } } },
      }),
    ).rejects.toThrow(/both 'certFile' and 'keyFile', or neither/);
    await expect(read({ oracle: {} })).rejects.toThrow(/is for no driver/);
  });
});
