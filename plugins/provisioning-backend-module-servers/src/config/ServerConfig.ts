/** Certificates, as PEM. */
export interface TlsConfig {
  ca?: string;
  cert?: string;
  key?: string;
}

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

/** The servers of each driver, by name. */
export interface ServersConfig {
  postgres: PostgresServerConfig[];
  'postgres-queue': PostgresServerConfig[];
  mysql: ServerConfig[];
  redis: ServerConfig[];
  rabbitmq: RabbitServerConfig[];
  nats: ServerConfig[];
}
