/** Whether what a package exports has a `default`, or is one function. */
type ExportKind = 'names' | 'default' | 'function';

/**
 * Packages that are loaded when they are first used, which for most is never:
 * clients of services that few configs name. Stock plugins load them whatever the
 * config says, which is some 700 files at each start.
 */
export const LOADED_ON_FIRST_USE: Record<string, ExportKind> = {
  '@aws-sdk/client-codecommit': 'names',
  '@aws-sdk/client-s3': 'names',
  '@aws-sdk/client-sesv2': 'names',
  '@aws-sdk/client-sts': 'names',
  '@aws-sdk/credential-providers': 'names',
  '@aws-sdk/lib-storage': 'names',
  '@azure/communication-email': 'names',
  '@azure/storage-blob': 'names',
  '@google-cloud/container': 'default',
  '@google-cloud/firestore': 'function',
  '@google-cloud/storage': 'default',
  '@trendyol-js/openstack-swift-sdk': 'names',
  dockerode: 'function',
  infinispan: 'names',
  'isomorphic-git': 'default',
  'libsodium-wrappers': 'names',
  nodemailer: 'names',
};

/**
 * Loaded from where they are installed, if they are: native code, threads of their
 * own, drivers that Backstage asks for and nobody has, and what is imported when it
 * is needed.
 */
const NOT_BUNDLED = [
  '@google-cloud/cloud-sql-connector',
  '@kubernetes/client-node',
  '@swc/core',
  'better-sqlite3',
  'bufferutil',
  'cpu-features',
  'isolated-vm',
  'mariadb',
  'mysql',
  'mysql2',
  'oracledb',
  'pg-native',
  'pg-query-stream',
  'piscina',
  'sqlite3',
  'tedious',
  'typescript',
  'utf-8-validate',
];

/** Matches what is imported from packages that no bundle has. */
export const SEPARATE = new RegExp(
  `^(?:${[...NOT_BUNDLED, ...Object.keys(LOADED_ON_FIRST_USE)].join(
    '|',
  )})(?:/|$)`,
);
