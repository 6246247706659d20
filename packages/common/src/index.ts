export { entityRefSchema } from './entityRefSchema';
export {
  decodeCursor,
  encodeCursor,
  pageQuerySchema,
  type Page,
  type PageQuery,
} from './page';
export { parseInput } from './parseInput';
export { noQuerySchema, parseQuery } from './parseQuery';
export { instantSchema, periodQuerySchema, type Period } from './period';
export { type CsvCell, toCsv } from './toCsv';
