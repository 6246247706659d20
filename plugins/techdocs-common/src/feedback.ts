import { entityRefSchema, pageQuerySchema } from '@atrium/common';
import { z } from 'zod';
import { pagePathSchema } from './pagePath';

/** The most letters that a comment has. */
export const MAX_COMMENT_LENGTH = 1_000;

/** Which page it is about; the query of `GET /page-feedback/own`. */
export const feedbackPageQuerySchema = z.strictObject({
  entityRef: entityRefSchema.describe('The entity that the site belongs to.'),
  path: pagePathSchema,
});

/** Which page it is about. */
export type FeedbackPageQuery = z.infer<typeof feedbackPageQuerySchema>;

/** What somebody thinks of a page; the body of `PUT /page-feedback/own`. */
export const putFeedbackSchema = feedbackPageQuerySchema.extend({
  isHelpful: z.boolean(),
  comment: z
    .string()
    .trim()
    .max(MAX_COMMENT_LENGTH)
    .transform(comment => comment || undefined)
    .optional()
    .describe('What they said before is replaced, by nothing without it.'),
});

/** What somebody thinks of a page. */
export type PutFeedback = z.infer<typeof putFeedbackSchema>;

/** What one person answered to "Was this page helpful?". */
export const feedbackAnswerSchema = z.object({
  isHelpful: z.boolean(),
  comment: z.string().optional(),
  answeredAt: z.string(),
});

/** What one person answered to "Was this page helpful?". */
export type FeedbackAnswer = z.infer<typeof feedbackAnswerSchema>;

/** The answer of whoever asks; absent while they have given none. */
export interface OwnFeedback {
  answer?: FeedbackAnswer;
}

/** Whose pages; the query of `GET /page-feedback`. */
export const feedbackQuerySchema = z.strictObject({
  entityRef: entityRefSchema,
});

/** The query of `GET /page-feedback/comments`. */
export const feedbackCommentsQuerySchema = z.strictObject({
  ...pageQuerySchema.shape,
  entityRef: entityRefSchema,
});

/** Which comments. */
export type FeedbackCommentsQuery = z.infer<typeof feedbackCommentsQuerySchema>;

/** What readers think of one page. */
export interface PageFeedback {
  path: string;
  helpfulCount: number;
  notHelpfulCount: number;
  commentCount: number;
  lastAnsweredAt: string;
}

/** What a reader said of a page. */
export interface FeedbackComment extends FeedbackAnswer {
  id: string;
  path: string;
  comment: string;
  authorRef: string;
}
