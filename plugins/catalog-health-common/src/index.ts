export {
  type CatalogFailure,
  type CatalogState,
  type RefusedAnnotations,
  catalogStateSchema,
  type UnresolvedReference,
} from './catalogState';
export {
  type CatalogDocument,
  type CatalogFileContent,
  type CatalogFileProblem,
  type CatalogYamlReader,
  parseCatalogDocuments,
} from './parseCatalogDocuments';
export {
  catalogHealthPermissions,
  fileValidatePermission,
  problemReadAllPermission,
} from './permissions';
export {
  type Finding,
  type Problem,
  type ProblemKind,
  problemKinds,
  type ProblemQuery,
  problemQuerySchema,
} from './problem';
export {
  type EntityProblemCounts,
  MAX_PROBLEM_SUBJECTS,
  problemCountsQuerySchema,
  type ProblemSubject,
} from './problemCounts';
export {
  type ValidateFile,
  validateFileSchema,
  type Validation,
  validationSchema,
} from './validation';
export { catalogHealthMessages } from './messages/catalogHealthMessages';
