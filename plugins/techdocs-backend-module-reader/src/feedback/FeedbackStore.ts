import { deleteInBatches, timeCursor, toPage } from '@atrium/backend-common';
import type { Page } from '@atrium/common';
import type {
  FeedbackAnswer,
  FeedbackComment,
  FeedbackCommentsQuery,
  FeedbackPageQuery,
  PageFeedback,
  PutFeedback,
} from '@atrium/plugin-techdocs-common';
import type { Knex } from 'knex';

const TABLE = 'page_feedback';

/** A site has no more pages than this, and the worst come first. */
const MAX_PAGES = 5_000;

interface FeedbackRow {
  id: string;
  path: string;
  author_ref: string;
  is_helpful: boolean;
  comment: string | null;
  answered_at: Date;
}

/** Keeps one answer of each person to each page. */
export class FeedbackStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What a person answered, if they did. */
  async find(
    { entityRef, path }: FeedbackPageQuery,
    authorRef: string,
  ): Promise<FeedbackAnswer | undefined> {
    const row: FeedbackRow | undefined = await this.#knex(TABLE)
      .where({ entity_ref: entityRef, path, author_ref: authorRef })
      .first('is_helpful', 'comment', 'answered_at');
    return row && toAnswer(row);
  }

  /** Keeps what a person answers, in place of what they answered before. */
  async put(
    { entityRef, path, isHelpful, comment }: PutFeedback,
    { authorRef, at }: { authorRef: string; at: Date },
  ): Promise<FeedbackAnswer> {
    const [row]: FeedbackRow[] = await this.#knex(TABLE)
      .insert({
        entity_ref: entityRef,
        path,
        author_ref: authorRef,
        is_helpful: isHelpful,
        comment: comment ?? null,
        answered_at: at,
      })
      .onConflict(['entity_ref', 'path', 'author_ref'])
      .merge(['is_helpful', 'comment', 'answered_at'])
      .returning(['is_helpful', 'comment', 'answered_at']);
    return toAnswer(row);
  }

  /** The pages that somebody answered about, those that helped least first. */
  async listPages(entityRef: string): Promise<PageFeedback[]> {
    const rows: {
      path: string;
      helpful_count: string;
      not_helpful_count: string;
      comment_count: string;
      last_answered_at: Date;
    }[] = await this.#knex(TABLE)
      .where({ entity_ref: entityRef })
      .groupBy('path')
      .select(
        'path',
        this.#knex.raw('count(*) FILTER (WHERE is_helpful) AS helpful_count'),
        this.#knex.raw(
          'count(*) FILTER (WHERE NOT is_helpful) AS not_helpful_count',
        ),
        this.#knex.raw('count(comment) AS comment_count'),
        this.#knex.raw('max(answered_at) AS last_answered_at'),
      )
      .orderBy([
        { column: 'not_helpful_count', order: 'desc' },
        { column: 'helpful_count', order: 'desc' },
        { column: 'path' },
      ])
      .limit(MAX_PAGES);
    return rows.map(row => ({
      path: row.path,
      helpfulCount: Number(row.helpful_count),
      notHelpfulCount: Number(row.not_helpful_count),
      commentCount: Number(row.comment_count),
      lastAnsweredAt: row.last_answered_at.toISOString(),
    }));
  }

  /** What people said of the pages of a site, newest first. */
  async listComments({
    entityRef,
    limit,
    cursor,
  }: FeedbackCommentsQuery): Promise<Page<FeedbackComment>> {
    const all = this.#knex(TABLE)
      .where({ entity_ref: entityRef })
      .whereNotNull('comment');
    const page = all
      .clone()
      .select('id', 'path', 'author_ref', 'is_helpful', 'comment')
      .select('answered_at')
      .orderBy([
        { column: 'answered_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    const before = timeCursor.decode(cursor);
    if (before) {
      page.whereRaw('(answered_at, id) < (?, ?)', before);
    }
    const rows: FeedbackRow[] = await page;
    const [{ count }] = await all.clone().count({ count: '*' });
    return toPage(rows.map(toComment), {
      limit,
      totalItems: Number(count),
      toCursor: ({ answeredAt, id }) => timeCursor.encode([answeredAt, id]),
    });
  }

  /** Forgets what was answered before a point in time. */
  async deleteBefore(before: Date): Promise<number> {
    return deleteInBatches(this.#knex, TABLE, {
      before,
      timeColumn: 'answered_at',
    });
  }
}

function toAnswer(
  row: Pick<FeedbackRow, 'is_helpful' | 'comment' | 'answered_at'>,
): FeedbackAnswer {
  return {
    isHelpful: row.is_helpful,
    comment: row.comment ?? undefined,
    answeredAt: row.answered_at.toISOString(),
  };
}

function toComment(row: FeedbackRow): FeedbackComment {
  return {
    ...toAnswer(row),
    id: row.id,
    path: row.path,
    comment: row.comment ?? '',
    authorRef: row.author_ref,
  };
}
