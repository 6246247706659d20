const RUN_ID = /^actions\/runs\/(\d+)\/attempts\/\d+$/;

/** What a run of GitHub Actions is called here: each attempt is a run. */
export function toRunId(id: number, attempt: number): string {
  return `actions/runs/${id}/attempts/${attempt}`;
}

/** The number of the run at GitHub; undefined when it is not from there. */
export function parseRunId(runId: string): string | undefined {
  return RUN_ID.exec(runId)?.[1];
}
