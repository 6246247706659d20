import { isRecord } from '@atrium/common';
import { t } from '../../translation';
import type { JsonObject } from '../JsonObject';

/** Decides to which servers a request may be sent from a definition page. */
export class TryItPolicy {
  readonly #hosts: string[];
  readonly #base: string;

  /**
   * @param hosts - from the configuration; `*.` stands for any subdomain
   * @param base - what relative addresses are relative to
   */
  constructor(hosts: string[], base: string) {
    this.#hosts = hosts;
    this.#base = base;
  }

  allows(url: string): boolean {
    let target: URL;
    try {
      target = new URL(url, this.#base);
    } catch {
      return false;
    }
    if (target.protocol !== 'https:' && target.protocol !== 'http:') {
      return false;
    }
    // A host without a port means the usual port of the protocol.
    return this.#hosts.some(host => matches(host, target.host));
  }

  /** Servers that the definition, one of its paths or operations names. */
  allowsAnyServer(spec: JsonObject): boolean {
    const paths = isRecord(spec.paths) ? Object.values(spec.paths) : [];
    const items = paths.filter(isRecord);
    const operations = items.flatMap(item =>
      Object.values(item).filter(isRecord),
    );
    return [spec, ...items, ...operations].some(part =>
      serversOf(part).some(server => this.allows(addressOf(server))),
    );
  }

  /**
   * Puts servers that may be called first, because the first one is chosen, and
   * says of the others that they may not.
   */
  sortServers(spec: JsonObject): JsonObject {
    const servers = serversOf(spec);
    const allowed = servers.filter(server => this.allows(addressOf(server)));
    const others = servers
      .filter(server => !allowed.includes(server))
      .map(server => ({
        ...server,
        description: [server.description, t('tryItPolicy.forReadingOnly')]
          .filter(Boolean)
          .join(', '),
      }));
    return servers.length === 0
      ? spec
      : { ...spec, servers: [...allowed, ...others] };
  }
}

function matches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.')
    ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1
    : host === pattern;
}

function serversOf(part: JsonObject): JsonObject[] {
  return Array.isArray(part.servers) ? part.servers.filter(isRecord) : [];
}

/** The address with the defaults of its variables. */
function addressOf(server: JsonObject): string {
  const variables = isRecord(server.variables) ? server.variables : {};
  return String(server.url ?? '').replace(/\{([^}]+)\}/g, (whole, name) => {
    const variable = variables[name];
    return isRecord(variable) ? String(variable.default ?? whole) : whole;
  });
}
