export { entityRefSchema } from './entityRefSchema';
export {
  decodeCursor,
  encodeCursor,
  pageQuerySchema,
  type Page,
  type PageQuery,
} from './page';
export { parseInput } from './parseInput';
export { instantSchema, periodQuerySchema, type Period } from './period';
export { type CsvCell, toCsv } from './toCsv';
