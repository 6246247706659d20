/**
 * Reads API definitions.
 *
 * @packageDocumentation
 */

export { attemptRead, describeProblem, type ReadResult } from './attemptRead';
export {
  type DefinitionProblem,
  definitionProblemSchema,
} from './DefinitionProblem';
export { formatPointer, parsePointer, valueAt } from './jsonPointer';
export { listTypes } from './listTypes';
export { readAsyncApi } from './readAsyncApi';
export { checkGraphqlTypes, readGraphql } from './readGraphql';
export { type OpenApiDefinition, readOpenApi } from './readOpenApi';
export { type ProtobufDefinition, readProtobuf } from './readProtobuf';
export { type TreeDefinition } from './readTree';
export { RefResolver, type Resolved } from './RefResolver';
export { listOf, mapOf, textOf, valueOf } from './treeFields';
export { UnreadableDefinition } from './UnreadableDefinition';
export { withDefinitions } from './withDefinitions';
