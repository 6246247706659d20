/** Certificates, as files. */
interface TlsFiles {
  /** Of the authority that the server is trusted by. Default: those that Node.js trusts. */
  caFile?: string;
  /** Of the portal, with `keyFile`, where the server asks for it. */
  certFile?: string;
  keyFile?: string;
}

/** Where workloads reach the server, where that is another address. */
interface WorkloadsAddress {
  /** Default: `host`. */
  host?: string;
  /** Default: `port`. */
  port?: number;
}

interface Server {
  /** A name or an address. */
  host: string;
  /** Default: the usual one of such a server. */
  port?: number;
  /** The account that makes resources. Default: none, or that of the server. */
  user?: string;
  /**
   * Of that account. Default: none.
   * @visibility secret
   */
  password?: string;
  /** Has the connection encrypted. Default: it is not. */
  tls?: TlsFiles;
  workloads?: WorkloadsAddress;
}

interface PostgresServer extends Server {
  /** Which database the account opens. Default: `postgres`, or `atrium_queues`. */
  database?: string;
  /**
   * Whether the right to connect, which everybody has, is taken from all
   * databases of the server that the account may decide about: at the start, and
   * before a role gets its login. Say true for the server of the portal itself.
   * Default: false.
   */
  closesDatabases?: boolean;
}

export interface Config {
  provisioning?: {
    /** Servers that resources are made on, by a name that inputs may say. */
    servers?: {
      postgres?: { [name: string]: PostgresServer };
      /** The database is made where it is missing. */
      'postgres-queue'?: { [name: string]: PostgresServer };
      /** MariaDB and MySQL. */
      mysql?: { [name: string]: Server };
      redis?: { [name: string]: Server };
      /** `host` and `port` are those of AMQP. */
      rabbitmq?: {
        [name: string]: Server & {
          /** Default: http or https, at port 15672 of the host. */
          managementUrl?: string;
        };
      };
      /** Servers on which the portal makes no users. */
      nats?: { [name: string]: Server };
      /**
       * Servers in operator mode, where each stream gets a user of its own. The
       * resolver has to keep changed accounts over a restart: `type: full`.
       */
      'nats-jwt'?: {
        [name: string]: Omit<Server, 'user' | 'password'> & {
          /** The public key of the account that streams are made in. */
          account: string;
          /** A file with the seed of a signing key of the account, or its own. */
          accountSigningKeyFile: string;
          /** A file with the seed of a signing key of the operator, or its own. */
          operatorSigningKeyFile: string;
          /** A credentials file of a user of the system account. */
          systemCredentialsFile: string;
        };
      };
    };
  };
}
