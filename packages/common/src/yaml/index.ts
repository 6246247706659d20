export {
  composeYaml,
  type ComposedYaml,
  type ComposeYamlOptions,
  type TextPosition,
  type YamlLimits,
  type YamlProblem,
} from './composeYaml';
export { documentMetadataSchema, nameSchema } from './documentMetadata';
export { appendYaml, editYaml, readYamlValues } from './editYaml';
export {
  type FieldIssue,
  fieldIssues,
  type FieldProblem,
  toFieldProblem,
} from './fieldIssues';
export {
  type FileProblem,
  fileProblemLine,
  fileProblemSchema,
} from './fileProblem';
export {
  type ParsedYamlDocument,
  type ParsedYamlFile,
  parseYamlFile,
  type ParseYamlFileOptions,
} from './parseYamlFile';
export { isPlainMap, type PlainData, type PlainMap } from './PlainData';
export {
  type CheckedText,
  problemsOfChange,
  type TextChange,
} from './problemsOfChange';
export { type PlainYamlDocument, readPlainYaml } from './readPlainYaml';
export { readYaml, type ReadYamlOptions, type YamlDocument } from './readYaml';
export { repeatedNames } from './repeatedNames';
export { isSameValue } from './sameValue';
export { writeYaml } from './writeYaml';
