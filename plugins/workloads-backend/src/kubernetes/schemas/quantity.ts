import { z } from 'zod';

/** A quantity, which some servers write as people did: as a number. */
export const quantitySchema = z
  .union([z.string(), z.number()])
  .transform(String);
