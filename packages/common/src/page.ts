import { z } from 'zod';

/** One page of a list, as every list endpoint of Atrium answers it. */
export interface Page<T> {
  items: T[];
  /** How many items all pages have together. */
  totalItems: number;
  /** Asks for the next page; absent on the last one. */
  nextCursor?: string;
}

/** The most items that one answer holds. */
export const MAX_PAGE_SIZE = 200;

/** The query parameters of a paged list. `limit` is a number of items. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number<number>().int().min(1).max(MAX_PAGE_SIZE).default(50),
  cursor: z.string().min(1).optional(),
});

/** The query parameters of a paged list, parsed. */
export type PageQuery = z.output<typeof pageQuerySchema>;
