import { describeProvider } from '../../facts/describeProvider';
import { DAY_MS } from '../../facts/elapsed';

const UNREAD =
  'Left out where the repository has more files than its host lists.';

/** What is known of the repository that an entity comes from. */
export const repositoryDescription = describeProvider({
  id: 'repository',
  title: 'Repository',
  description:
    'The files of the repository that the catalog read the entity from, on its branch: those beside its catalog file first, then those at the root.',
  freshnessMs: 2 * DAY_MS,
  facts: {
    hasReadme: {
      type: 'boolean',
      title: 'Has a README',
      description: `Whether there is a README that says something. ${UNREAD}`,
      example: true,
    },
    hasLicense: {
      type: 'boolean',
      title: 'Has a licence',
      description: `Whether there is a LICENSE or COPYING. ${UNREAD}`,
      example: true,
    },
    hasSecurityPolicy: {
      type: 'boolean',
      title: 'Has a security policy',
      description: `Whether there is a SECURITY.md where its host looks for it. ${UNREAD}`,
      example: true,
    },
    hasCodeowners: {
      type: 'boolean',
      title: 'Has CODEOWNERS',
      description: `Whether there is one where its host looks for it. ${UNREAD}`,
      example: true,
    },
    codeownersValid: {
      type: 'boolean',
      title: 'CODEOWNERS is valid',
      description:
        'Whether its host can read every line. Left out without the file.',
      example: true,
    },
    codeownersProblems: {
      type: 'texts',
      title: 'Problems in CODEOWNERS',
      description: 'What is wrong, with the line. Left out without the file.',
      example: ["Line 3: 'payments' is no owner"],
    },
    codeownersNamesPath: {
      type: 'boolean',
      title: 'CODEOWNERS names somebody for it',
      description:
        'Whether the rule that counts for its catalog file has an owner. Left out without the file.',
      example: true,
    },
    hasLockfile: {
      type: 'boolean',
      title: 'Dependencies are locked',
      description:
        'Whether a lockfile lies beside each file that names dependencies. Left out where none does, or its kind has no lockfiles.',
      example: true,
    },
    hasCi: {
      type: 'boolean',
      title: 'Has a pipeline',
      description: `Whether there is a workflow or another file that a build system runs. ${UNREAD}`,
      example: true,
    },
    ciSystems: {
      type: 'texts',
      title: 'Build systems',
      description: 'Which build systems its files are for.',
      example: ['actions'],
    },
    actionsPinned: {
      type: 'boolean',
      title: 'Actions are pinned',
      description:
        'Whether each action of its workflows is named by a commit. Left out without workflows, or where one cannot be read.',
      example: false,
    },
    unpinnedActions: {
      type: 'texts',
      title: 'Actions that are not pinned',
      description: 'As the workflows write them.',
      example: ['actions/checkout@v4'],
    },
    hasDockerfile: {
      type: 'boolean',
      title: 'Has a Dockerfile',
      description: `Whether there is a Dockerfile or Containerfile. ${UNREAD}`,
      example: true,
    },
    dockerfileNonRoot: {
      type: 'boolean',
      title: 'Its image does not run as root',
      description:
        'By the USER of the last stage, or a base image whose name says so. Left out without a Dockerfile, or where a variable decides.',
      example: true,
    },
    dockerfileBasePinned: {
      type: 'boolean',
      title: 'Base images are pinned',
      description:
        'Whether each has a digest, or a tag other than latest. Left out without a Dockerfile, or where a variable decides.',
      example: true,
    },
    dockerfileBaseByDigest: {
      type: 'boolean',
      title: 'Base images are pinned by digest',
      description: 'Left out as above.',
      example: false,
    },
    dockerfileAddsUrls: {
      type: 'boolean',
      title: 'Adds files from the network',
      description:
        'Whether an ADD takes an address without a checksum. Left out without a Dockerfile.',
      example: false,
    },
    dockerfileHasHealthcheck: {
      type: 'boolean',
      title: 'Its image has a health check',
      description:
        'Whether there is a HEALTHCHECK. Kubernetes does not use it. Left out without a Dockerfile.',
      example: false,
    },
    baseImages: {
      type: 'texts',
      title: 'Base images',
      description: 'What the stages of its Dockerfile begin with.',
      example: ['node:24-slim'],
    },
    runtimes: {
      type: 'texts',
      title: 'Runtimes',
      description:
        'Languages and versions, by its base images and else by its files. Left out where nothing says a version.',
      example: ['node 24'],
    },
    runtimeSupported: {
      type: 'boolean',
      title: 'Runtimes are supported',
      description:
        'Whether each still gets security fixes. Left out where that is not known of one.',
      example: true,
    },
    runtimeEndOfLifeAt: {
      type: 'instant',
      title: 'End of life of its runtime',
      description:
        'When the first of them gets no more security fixes, as far as that is known.',
      example: '2028-04-30T00:00:00.000Z',
    },
    daysUntilRuntimeEndOfLife: {
      type: 'integer',
      title: 'Days until the end of life of its runtime',
      description: 'Below 0 once it is over. Left out as the time is.',
      unit: 'days',
      example: 518,
    },
    branchProtected: {
      type: 'boolean',
      title: 'Branch is protected',
      description:
        'Whether the host keeps pushes from the branch of its catalog file. Left out where the host does not say.',
      example: true,
    },
    commit: {
      type: 'text',
      title: 'Commit',
      description: 'The commit that the other facts are about.',
      example: '3f2c9a1d6f0d4a1e9c5b7a8d2e4f6b8c0a1d3e5f',
    },
  },
});
