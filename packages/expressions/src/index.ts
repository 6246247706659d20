/**
 * Expressions in CEL that strangers may write.
 *
 * @packageDocumentation
 */

export {
  type CompiledExpression,
  type ExpressionContext,
  type RecordReference,
} from './CompiledExpression';
export type { JsonLimits } from './analysis/SizeBound';
export {
  ExpressionEnvironment,
  type FieldType,
  type RecordTypes,
} from './ExpressionEnvironment';
export { ExpressionError, MissingFieldError } from './ExpressionError';
export { expressionFunctions } from './functions/expressionFunctions';
export { withTimeLimit } from './withTimeLimit';
