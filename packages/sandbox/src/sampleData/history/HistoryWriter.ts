import { cdEvent } from '../../portal/cdEvent.ts';
import type { CdEvent } from '../../portal/cdEvent.ts';
import type { Project } from './readProjects.ts';

export interface HistoryEvent {
  atMs: number;
  event: CdEvent;
}

/** One fact about a project. */
export interface HistoryFact {
  name: string;
  subjectId: string;
  /** Tells facts of the same kind about the same subject apart. */
  detail?: string;
  atMs: number;
  content?: Record<string, unknown>;
  atrium?: Record<string, unknown>;
}

/** Writes what happened to one project, leaving out what is yet to come. */
export class HistoryWriter {
  readonly events: HistoryEvent[] = [];
  readonly source: string;
  readonly untilMs: number;
  readonly #project: Project;
  readonly #gitUrl: string;

  constructor(project: Project, options: { gitUrl: string; untilMs: number }) {
    this.#project = project;
    this.#gitUrl = options.gitUrl;
    this.source = `${options.gitUrl}/sample-history`;
    this.untilMs = options.untilMs;
  }

  get repositoryUrl(): string {
    return `${this.#gitUrl}/${this.#project.fullName}`;
  }

  /** The id of something that only this project has. */
  subject(id: string): string {
    return `${this.#project.fullName}/${id}`;
  }

  write(fact: HistoryFact): void {
    const { name, subjectId, detail, atMs, content, atrium } = fact;
    if (atMs > this.untilMs) {
      return;
    }
    const { fullName } = this.#project;
    this.events.push({
      atMs,
      event: cdEvent({
        name,
        id: [fullName, name, subjectId, detail].filter(Boolean).join('/'),
        source: this.source,
        atMs,
        subjectId,
        content,
        atrium: { repository: this.repositoryUrl, ...atrium },
      }),
    });
  }
}
