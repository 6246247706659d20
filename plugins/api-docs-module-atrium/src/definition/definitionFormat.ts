import { inLanguage } from '@atrium/common';

/** Languages that the source view can highlight. */
export type SourceLanguage = 'yaml' | 'json' | 'graphql' | 'proto' | 'text';

/** What the portal knows about one `spec.type` of API entities. */
export interface DefinitionFormat {
  type: string;
  /** What people call it. */
  name: string;
  language: SourceLanguage;
  /** Of the file that a reader downloads. */
  extension: string;
}

const FORMATS: DefinitionFormat[] = [
  { type: 'openapi', name: 'OpenAPI', language: 'yaml', extension: 'yaml' },
  { type: 'asyncapi', name: 'AsyncAPI', language: 'yaml', extension: 'yaml' },
  {
    type: 'graphql',
    name: 'GraphQL',
    language: 'graphql',
    extension: 'graphql',
  },
  { type: 'grpc', name: 'gRPC', language: 'proto', extension: 'proto' },
  {
    type: 'mcp-server',
    // Other pages ask for it, while nothing of this plugin is loaded.
    get name() {
      return inLanguage({ en: 'MCP server', de: 'MCP-Server' });
    },
    language: 'json',
    extension: 'json',
  },
  { type: 'trpc', name: 'tRPC', language: 'text', extension: 'ts' },
];

/** How an API of this `spec.type` is called and written. */
export function definitionFormat(type: string): DefinitionFormat {
  return (
    FORMATS.find(format => format.type === type.toLowerCase()) ?? {
      type,
      name: type,
      language: 'text',
      extension: 'txt',
    }
  );
}

/** The language that a text is written in: OpenAPI and AsyncAPI may be JSON. */
export function sourceLanguage(
  format: DefinitionFormat,
  text: string,
): SourceLanguage {
  return format.language === 'yaml' && text.trimStart().startsWith('{')
    ? 'json'
    : format.language;
}

/** Whether an API is an MCP server, which is described by where it is. */
export function isMcpServer(type: string): boolean {
  return type.toLowerCase() === 'mcp-server';
}
