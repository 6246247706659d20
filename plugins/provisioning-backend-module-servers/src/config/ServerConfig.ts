import type { TlsConfig } from '@atrium/backend-common';

/** A server that config names, and the account that makes things on it. */
export interface ServerConfig {
  name: string;
  host: string;
  port: number;
  user?: string;
  password?: string;
  tls?: TlsConfig;
  /** Where workloads reach it. */
  workloads: { host: string; port: number };
}

/** A server of PostgreSQL. */
export interface PostgresServerConfig extends ServerConfig {
  /** Which database the account opens. */
  database: string;
  /** Whether roles of the portal must open no database but their own. */
  closesDatabases: boolean;
}

/** A server of RabbitMQ; its port is that of AMQP. */
export interface RabbitServerConfig extends ServerConfig {
  managementUrl: string;
}

/** A server of NATS whose users are known by JWT. */
export interface NatsJwtServerConfig extends ServerConfig {
  /** The public key of the account that streams are made in. */
  account: string;
  /** Signs users of the account; a seed. */
  accountSigningKey: string;
  /** Signs the account, in which revoked users are listed; a seed. */
  operatorSigningKey: string;
  /** Of a user of the system account, which takes changed accounts. */
  systemCredentials: string;
}

/** The servers of each driver, by name. */
export interface ServersConfig {
  postgres: PostgresServerConfig[];
  'postgres-queue': PostgresServerConfig[];
  mysql: ServerConfig[];
  redis: ServerConfig[];
  rabbitmq: RabbitServerConfig[];
  nats: ServerConfig[];
  'nats-jwt': NatsJwtServerConfig[];
}
