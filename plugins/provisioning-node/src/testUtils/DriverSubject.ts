import type { JsonObject } from '@backstage/types';
import type { CredentialedTarget, ResourceDriver } from '../ResourceDriver';

/** What somebody does who got in with the credentials of a resource. */
export interface DriverConnection {
  /** Keeps a value, or publishes it. Rejects once the connection was ended. */
  write(value: string): Promise<void>;
  /** The value that was kept, or the next one that waits. */
  read(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Something that has the name of a resource and is not of this portal. */
export interface ForeignThing {
  /** Whether it is as it was made. */
  isUntouched(): Promise<boolean>;
  remove(): Promise<void>;
}

/** A driver together with what its proof needs. */
export interface DriverSubject {
  driver: ResourceDriver;
  /** One of the driver's types. */
  type: string;
  inputs: JsonObject;
  parameters: JsonObject;
  /** What an update sets instead: at least one of them differs. */
  changed: { inputs?: JsonObject; parameters?: JsonObject };
  /**
   * Really connects with the outputs and the secrets of a resource, and rejects
   * when they are refused. Absent where there is nothing to connect to, such as
   * a driver that references its credentials.
   */
  connect?(access: JsonObject): Promise<DriverConnection>;
  /** False where the server takes any password. Default: true. */
  checksPasswords?: boolean;
  /** Lets a provider that works by itself go on. */
  advance?(target: CredentialedTarget): Promise<void>;
  /** Changes by hand what the driver made, as somebody outside would. */
  tamper(target: CredentialedTarget): Promise<void>;
  /** What the differences say after that. */
  difference: RegExp;
  /** Absent where the provider gives the names. */
  placeForeign?(target: CredentialedTarget): Promise<ForeignThing>;
  close?(): Promise<void>;
}
