import { http, HttpResponse } from 'msw';

/** What a Gitea answers for one repository of `acme`, by its documented shapes. */
export class FakeGiteaRepository {
  readonly files = new Map<string, string>();
  /** What the account of the user may do. */
  permission = 'write';
  readonly commits: { files: { path: string; content: string }[] }[] = [];

  constructor(readonly name: string) {}

  /** The id of a content. */
  static shaOf(content: string): string {
    return `sha-${content.length}`;
  }

  /** Where a file is shown. */
  pageOf(path: string): string {
    return `https://git.acme.example/acme/${this.name}/src/branch/main/${path}`;
  }

  handlers() {
    const api = `https://git.acme.example/api/v1/repos/acme/${this.name}`;
    const page = `https://git.acme.example/acme/${this.name}`;
    return [
      http.get(api, () =>
        HttpResponse.json({ html_url: page, default_branch: 'main' }),
      ),
      http.get(`${api}/collaborators/:login/permission`, () =>
        HttpResponse.json({ permission: this.permission }),
      ),
      http.get(`${api}/contents/*`, ({ params }) => {
        const content = this.files.get(String(params[0]));
        return content === undefined
          ? HttpResponse.json({ message: 'not there' }, { status: 404 })
          : HttpResponse.json({
              sha: FakeGiteaRepository.shaOf(content),
              content: Buffer.from(content).toString('base64'),
            });
      }),
      http.post<never, { files: { path: string; content: string }[] }>(
        `${api}/contents`,
        async ({ request }) => {
          const commit = await request.json();
          this.commits.push(commit);
          for (const { path, content } of commit.files) {
            this.files.set(path, Buffer.from(content, 'base64').toString());
          }
          return HttpResponse.json(
            { commit: { sha: 'c0ffee', html_url: `${page}/commit/c0ffee` } },
            { status: 201 },
          );
        },
      ),
    ];
  }
}
