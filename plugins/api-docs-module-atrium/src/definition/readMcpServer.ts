import { isRecord } from '@atrium/common';
import type { Entity } from '@backstage/catalog-model';

/** Where an MCP server is reached. */
export interface McpRemote {
  type: string;
  /** An address, or a command for a server that is started on demand. */
  url: string;
}

/** What an MCP server can do. */
export interface McpTool {
  name: string;
  description?: string;
}

/** An MCP server, as its entity describes it. */
export interface McpServer {
  remotes: McpRemote[];
  tools: McpTool[];
}

const MAX_ITEMS = 500;

/**
 * Reads `spec.remotes`, and `tools` from a `spec.definition` in the form that
 * the server itself answers `tools/list` with.
 */
export function readMcpServer({ spec }: Entity): McpServer {
  return {
    remotes: listObjects(spec?.remotes).flatMap(({ type, url }) =>
      typeof type === 'string' && typeof url === 'string'
        ? [{ type, url }]
        : [],
    ),
    tools: listObjects(readTools(spec?.definition)).flatMap(
      ({ name, description }) =>
        typeof name === 'string'
          ? [
              {
                name,
                description:
                  typeof description === 'string' ? description : undefined,
              },
            ]
          : [],
    ),
  };
}

function readTools(definition: unknown): unknown {
  if (typeof definition !== 'string') {
    return undefined;
  }
  try {
    const parsed: unknown = JSON.parse(definition);
    return isRecord(parsed) ? parsed.tools : undefined;
  } catch {
    // Whoever wants to see what it is looks at the source.
    return undefined;
  }
}

function listObjects(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord).slice(0, MAX_ITEMS) : [];
}
