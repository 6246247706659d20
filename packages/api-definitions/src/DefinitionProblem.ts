import { z } from 'zod';

/** Why a definition cannot be read, and where if that is known. */
export const definitionProblemSchema = z.object({
  message: z.string(),
  /** A JSON pointer to the part that is wrong. */
  pointer: z.string().optional(),
  /** Counted from 1. */
  line: z.number().int().min(1).optional(),
  /** Counted from 1. */
  column: z.number().int().min(1).optional(),
});

/** Why a definition cannot be read, and where if that is known. */
export type DefinitionProblem = z.infer<typeof definitionProblemSchema>;
