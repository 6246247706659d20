/** What a run of Gitea Actions is called here: each attempt is a run. */
export function toRunId(id: number, attempt: number): string {
  return `actions/runs/${id}/attempts/${Math.max(1, attempt)}`;
}
