/** What a pull request says, and the branch that it comes from. */
export interface PullRequest {
  head: string;
  title: string;
  body: string;
}

/** Makes a pull request of the message of a commit. */
export function pullRequestFor(message: string): PullRequest {
  const [title, ...rest] = message.split('\n');
  const words = title
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
  return {
    // Two changes may say the same.
    head: `atrium/${words}-${Date.now().toString(36)}`,
    title,
    body: rest.join('\n').trim(),
  };
}
