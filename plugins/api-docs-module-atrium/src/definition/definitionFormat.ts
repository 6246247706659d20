/** Languages that the source view can highlight. */
export type SourceLanguage = 'yaml' | 'json' | 'graphql' | 'proto' | 'text';

/** What the portal knows about one `spec.type` of API entities. */
export interface DefinitionFormat {
  type: string;
  title: string;
  language: SourceLanguage;
  /** Of the file that a reader downloads. */
  extension: string;
}

const FORMATS: DefinitionFormat[] = [
  { type: 'openapi', title: 'OpenAPI', language: 'yaml', extension: 'yaml' },
  { type: 'asyncapi', title: 'AsyncAPI', language: 'yaml', extension: 'yaml' },
  {
    type: 'graphql',
    title: 'GraphQL',
    language: 'graphql',
    extension: 'graphql',
  },
  { type: 'grpc', title: 'gRPC', language: 'proto', extension: 'proto' },
  {
    type: 'mcp-server',
    title: 'MCP server',
    language: 'json',
    extension: 'json',
  },
  { type: 'trpc', title: 'tRPC', language: 'text', extension: 'ts' },
];

/** How an API of this `spec.type` is called and written. */
export function definitionFormat(type: string): DefinitionFormat {
  return (
    FORMATS.find(format => format.type === type.toLowerCase()) ?? {
      type,
      title: type,
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
