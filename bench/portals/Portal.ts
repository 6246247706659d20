import type { WorldPorts } from '@atrium/launcher/src/world/ports.ts';

/** One of the two portals that are compared, with the world around it. */
export interface Portal {
  name: 'Atrium' | 'stock';
  /** The monorepo it is started from. */
  root: string;
  /** The package with its built app. */
  appFolder: string;
  /** What Node runs: its options, and the file of the backend. */
  program: string[];
  /** Where its world keeps logs and state. */
  home: string;
  ports: WorldPorts;
  env: Record<string, string>;
  url: string;
  identityUrl: string;
}

export interface Portals {
  atrium: Portal;
  stock: Portal;
}
