import { readTls } from '@atrium/backend-common';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import type {
  NatsJwtServerConfig,
  PostgresServerConfig,
  RabbitServerConfig,
  ServerConfig,
  ServersConfig,
} from './ServerConfig';

const ROOT = 'provisioning.servers';
const NAME = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

interface Section {
  key: string;
  name: string;
  config: Config;
}

/** Reads and checks `provisioning.servers`, the only reader of that section. */
export async function readServersConfig(
  root: RootConfigService,
): Promise<ServersConfig> {
  const read = <T>(
    driver: keyof ServersConfig,
    toServer: (section: Section) => Promise<T>,
  ): Promise<T[]> => {
    const key = `${ROOT}.${driver}`;
    const names = root.getOptionalConfig(key)?.keys() ?? [];
    return Promise.all(
      names.map(name => {
        const path = `${key}.${name}`;
        if (!NAME.test(name)) {
          throw new InputError(
            `'${path}' must have lower-case letters, digits and dashes only`,
          );
        }
        return toServer({ key: path, name, config: root.getConfig(path) });
      }),
    );
  };
  const known: (keyof ServersConfig)[] = [
    'postgres',
    'postgres-queue',
    'mysql',
    'redis',
    'rabbitmq',
    'nats',
    'nats-jwt',
  ];
  for (const driver of root.getOptionalConfig(ROOT)?.keys() ?? []) {
    if (!known.some(of => of === driver)) {
      throw new InputError(
        `'${ROOT}.${driver}' is for no driver; there are ${known.join(', ')}`,
      );
    }
  }
  return {
    postgres: await read('postgres', section =>
      readPostgres(section, 'postgres'),
    ),
    'postgres-queue': await read('postgres-queue', section =>
      readPostgres(section, 'atrium_queues'),
    ),
    mysql: await read('mysql', section => readServer(section, 3306)),
    redis: await read('redis', section => readServer(section, 6379)),
    rabbitmq: await read('rabbitmq', readRabbit),
    nats: await read('nats', section => readServer(section, 4222)),
    'nats-jwt': await read('nats-jwt', readNatsJwt),
  };
}

async function readServer(
  { key, name, config }: Section,
  defaultPort: number,
): Promise<ServerConfig> {
  const host = config.getString('host');
  const port = readPort(config, { key, field: 'port' }) ?? defaultPort;
  return {
    name,
    host,
    port,
    user: config.getOptionalString('user'),
    password: config.getOptionalString('password'),
    tls: await readTls(config, key),
    workloads: {
      host: config.getOptionalString('workloads.host') ?? host,
      port: readPort(config, { key, field: 'workloads.port' }) ?? port,
    },
  };
}

async function readPostgres(
  section: Section,
  defaultDatabase: string,
): Promise<PostgresServerConfig> {
  const { config } = section;
  return {
    ...(await readServer(section, 5432)),
    database: config.getOptionalString('database') ?? defaultDatabase,
    closesDatabases: config.getOptionalBoolean('closesDatabases') ?? false,
  };
}

async function readRabbit(section: Section): Promise<RabbitServerConfig> {
  const { key, config } = section;
  const server = await readServer(section, 5672);
  const managementUrl =
    config.getOptionalString('managementUrl') ??
    `${server.tls ? 'https' : 'http'}://${server.host}:15672`;
  const url = URL.canParse(managementUrl) ? new URL(managementUrl) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username) {
    throw new InputError(
      `'${key}.managementUrl' must be an http or https address without a password`,
    );
  }
  return { ...server, managementUrl: managementUrl.replace(/\/+$/, '') };
}

async function readNatsJwt(section: Section): Promise<NatsJwtServerConfig> {
  const { key, config } = section;
  const readKey = async (field: string, prefix: string) => {
    const text = await readFile(config.getString(field), 'utf8');
    const seed = text.trim();
    if (!seed.startsWith(prefix)) {
      throw new InputError(
        `'${key}.${field}' must hold a seed that begins with '${prefix}'`,
      );
    }
    return seed;
  };
  const account = config.getString('account');
  if (!/^A[A-Z2-7]{55}$/.test(account)) {
    throw new InputError(
      `'${key}.account' must be the public key of an account`,
    );
  }
  return {
    ...(await readServer(section, 4222)),
    account,
    accountSigningKey: await readKey('accountSigningKeyFile', 'SA'),
    operatorSigningKey: await readKey('operatorSigningKeyFile', 'SO'),
    systemCredentials: await readFile(
      config.getString('systemCredentialsFile'),
      'utf8',
    ),
  };
}

function readPort(
  config: Config,
  { key, field }: { key: string; field: string },
): number | undefined {
  const port = config.getOptionalNumber(field);
  if (
    port !== undefined &&
    !(Number.isInteger(port) && port > 0 && port < 65_536)
  ) {
    throw new InputError(`'${key}.${field}' must be a port, got ${port}`);
  }
  return port;
}
