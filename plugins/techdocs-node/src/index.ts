/**
 * How other backends ask what is known of documentation.
 *
 * @packageDocumentation
 */

export { DOCS_BUILT_TOPIC, docsBuiltEventSchema } from './docsBuilt';
export type { DocsService, DocsServiceOptions } from './DocsService';
export { docsServiceRef } from './docsServiceRef';
export { type DocsSummary, docsSummariesQuerySchema } from './docsSummary';
