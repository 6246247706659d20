import {
  entityRefSchema,
  instantSchema,
  pageQuerySchema,
} from '@atrium/common';
import { z } from 'zod';

/** What a person writes about an entity. */
export const createNoteSchema = z.object({
  entityRef: entityRefSchema,
  text: z.string().trim().min(1).max(2_000),
});

/** What a person writes about an entity. */
export type CreateNote = z.infer<typeof createNoteSchema>;

/** A note as it travels; only its author sees it. */
export const noteSchema = createNoteSchema.extend({
  id: z.uuid(),
  authorRef: entityRefSchema,
  createdAt: instantSchema,
});

/** A note as it travels; only its author sees it. */
export type Note = z.infer<typeof noteSchema>;

/** The query of the list of notes, newest first. */
export const noteQuerySchema = pageQuerySchema.extend({
  entityRef: entityRefSchema.optional(),
});

/** The query of the list of notes, parsed. */
export type NoteQuery = z.infer<typeof noteQuerySchema>;
