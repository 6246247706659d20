import { isPipelinePath } from './pipelinePaths';

describe('isPipelinePath', () => {
  it.each([
    '.github/workflows/x.yml',
    '.github/actions/setup/action.yml',
    '.gitea/workflows/x.yaml',
    '.forgejo/workflows/x.yaml',
    '.gitlab-ci.yml',
    'Jenkinsfile',
    '.circleci/config.yml',
    '.woodpecker/build.yaml',
    // Other spellings of the same.
    '/.github/workflows/x.yml',
    './.github//workflows/./x.yml',
    'docs/../.github/workflows/x.yml',
    '.GitHub/Workflows/X.yml',
    '.github\\workflows\\x.yml',
  ])('finds what is run by %s', path => {
    expect(isPipelinePath(path)).toBe(true);
  });

  it.each([
    '.github/CODEOWNERS',
    '.github/dependabot.yml',
    'catalog-info.yaml',
    'services/web/.github/workflows/x.yml',
    'docs/.gitlab-ci.yml',
    '.github/workflows.md',
  ])('leaves %s to the review', path => {
    expect(isPipelinePath(path)).toBe(false);
  });
});
