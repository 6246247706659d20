export {
  composeYaml,
  type ComposedYaml,
  type ComposeYamlOptions,
  type TextPosition,
  type YamlLimits,
  type YamlProblem,
} from './composeYaml';
export { isPlainMap, type PlainData, type PlainMap } from './PlainData';
export { readYaml, type ReadYamlOptions, type YamlDocument } from './readYaml';
