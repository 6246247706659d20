import type { SavedView, SaveView } from '@atrium/plugin-entity-summary-common';
import type { Knex } from 'knex';

/** A view as it is kept; who may delete it depends on who asks. */
export type KeptView = Omit<SavedView, 'canDelete'>;

interface ViewRow {
  id: string;
  title: string;
  query: string;
  team_ref: string | null;
  author_ref: string;
  created_at: Date;
}

/** Keeps the views of the catalog that people saved. */
export class SavedViewStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What somebody saved for themselves, and what is there for some teams. */
  async list(userRef: string, teamRefs: string[]): Promise<KeptView[]> {
    const rows: ViewRow[] = await this.#knex('saved_views')
      .where(query => query.where('author_ref', userRef).whereNull('team_ref'))
      .orWhereIn('team_ref', teamRefs)
      .orderByRaw('lower(title), id');
    return rows.map(toView);
  }

  async get(id: string): Promise<KeptView | undefined> {
    const row: ViewRow | undefined = await this.#knex('saved_views')
      .where({ id })
      .first();
    return row && toView(row);
  }

  async save(
    { title, query, teamRef }: SaveView,
    authorRef: string,
  ): Promise<KeptView> {
    const [row]: ViewRow[] = await this.#knex('saved_views')
      .insert({
        title,
        query,
        team_ref: teamRef ?? null,
        author_ref: authorRef,
      })
      .returning('*');
    return toView(row);
  }

  async remove(id: string): Promise<void> {
    await this.#knex('saved_views').where({ id }).delete();
  }
}

function toView(row: ViewRow): KeptView {
  return {
    id: row.id,
    title: row.title,
    query: row.query,
    teamRef: row.team_ref ?? undefined,
    authorRef: row.author_ref,
    createdAt: row.created_at.toISOString(),
  };
}
