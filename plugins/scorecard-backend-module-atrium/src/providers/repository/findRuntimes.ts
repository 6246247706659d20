import { coerce } from 'semver';
import { z } from 'zod';
import endOfLife from './endOfLife.json';

/** The languages whose end of life is known. */
export type RuntimeName = 'node' | 'python' | 'java' | 'go';

/** A language in the version that something is made for. */
export interface Runtime {
  name: RuntimeName;
  /** Such as `22`, or `3.12`: what has an end of life of its own. */
  cycle: string;
  /** The last day with security fixes, `YYYY-MM-DD`, where it is known. */
  endOfLife: string | undefined;
  /** The file that says so, from the root of the repository. */
  path: string;
}

/** A file that may say a version. */
export interface RuntimeFile {
  path: string;
  content: string;
}

const cyclesSchema = z.record(z.string(), z.iso.date());
const cyclesOf: Record<RuntimeName, Record<string, string>> = {
  node: cyclesSchema.parse(endOfLife.node),
  python: cyclesSchema.parse(endOfLife.python),
  java: cyclesSchema.parse(endOfLife.java),
  go: cyclesSchema.parse(endOfLife.go),
};

/** Of which a minor version is what ends. */
const HAS_MINOR = new Set<RuntimeName>(['python', 'go']);

const IMAGES: [RuntimeName, RegExp][] = [
  ['node', /(?:^|\/)(?:node|nodejs)(?:-\d+)?:v?(\d+)/],
  ['python', /(?:^|\/)python:(\d+\.\d+)/],
  [
    'java',
    /(?:^|\/)(?:eclipse-temurin|openjdk|amazoncorretto|sapmachine|azul-openjdk|liberica-openjdk\w*):(\d+)/,
  ],
  ['java', /(?:^|\/)(?:maven|gradle):.*(?:temurin|corretto|jdk)-?(\d+)/],
  ['go', /(?:^|\/)golang:(\d+\.\d+)/],
];

/**
 * Files by which a version is told, by the end of their names. A lower bound,
 * such as `"node": ">=18"`, tells none.
 */
const FILES: [suffix: string, RuntimeName, RegExp][] = [
  ['.nvmrc', 'node', /^\s*v?(\d+(?:\.\d+)*)/],
  ['.node-version', 'node', /^\s*v?(\d+(?:\.\d+)*)/],
  ['.tool-versions', 'node', /^nodejs\s+v?(\d+(?:\.\d+)*)/m],
  ['package.json', 'node', /"node"\s*:\s*"[\^~=v]?(\d+)(?:[.\dx*]*)"/],
  ['.python-version', 'python', /^\s*(\d+\.\d+)/],
  ['runtime.txt', 'python', /^python-(\d+\.\d+)/],
  ['.tool-versions', 'python', /^python\s+(\d+\.\d+)/m],
  ['.java-version', 'java', /^\s*(?:1\.)?(\d+)/],
  ['.tool-versions', 'java', /^java\s+\D{0,40}(\d+)/m],
  [
    'pom.xml',
    'java',
    /<(?:maven\.compiler\.release|maven\.compiler\.target|java\.version|release)>\s*(?:1\.)?(\d+)\s*</,
  ],
  [
    'build.gradle',
    'java',
    /(?:JavaLanguageVersion\.of\(|sourceCompatibility\s*=\s*['"]?(?:1\.)?)(\d+)/,
  ],
  [
    'build.gradle.kts',
    'java',
    /(?:JavaLanguageVersion\.of\(|jvmToolchain\()(\d+)/,
  ],
  ['go.mod', 'go', /^toolchain\s+go(\d+\.\d+)/m],
];

/** The files that may say a version, to be looked for. */
export const RUNTIME_FILES = [...new Set(FILES.map(([name]) => name))];

/**
 * The versions that something is made for: what its images have, and else what
 * its files say, the first one of each language.
 */
export function findRuntimes(
  images: { path: string; baseImages: string[] } | undefined,
  files: RuntimeFile[],
): Runtime[] {
  const found = new Map<RuntimeName, Runtime>();
  const add = (name: RuntimeName, version: string, path: string) => {
    const cycle = cycleOf(name, version);
    if (cycle && !found.has(name)) {
      found.set(name, { name, cycle, endOfLife: cyclesOf[name][cycle], path });
    }
  };
  // What is shipped comes last in a Dockerfile, and counts before what builds it.
  for (const image of [...(images?.baseImages ?? [])].reverse()) {
    for (const [name, pattern] of IMAGES) {
      const version = pattern.exec(image)?.[1];
      if (version && images) {
        add(name, version, images.path);
      }
    }
  }
  for (const [suffix, name, pattern] of FILES) {
    for (const { path, content } of files.filter(file =>
      file.path.endsWith(suffix),
    )) {
      const version = pattern.exec(content)?.[1];
      if (version) {
        add(name, version, path);
      }
    }
  }
  return [...found.values()];
}

function cycleOf(name: RuntimeName, text: string): string | undefined {
  const version = coerce(text);
  if (!version) {
    return undefined;
  }
  return HAS_MINOR.has(name)
    ? `${version.major}.${version.minor}`
    : `${version.major}`;
}
