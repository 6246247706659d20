import {
  Add,
  DockerfileParser,
  type From,
  type Instruction,
} from 'dockerfile-ast';

/** How a Dockerfile stands to what is good practice. */
export interface DockerfileVerdict {
  /** Images from elsewhere that its stages begin with, in their order. */
  baseImages: string[];
  /** Undefined where a variable decides that the file does not set. */
  runsAsNonRoot: boolean | undefined;
  /** Each base image has a digest, or a tag other than `latest`. */
  isBasePinned: boolean | undefined;
  isBaseByDigest: boolean | undefined;
  /** Takes something from the network whose content is not checked. */
  addsUrls: boolean;
  hasHealthcheck: boolean;
}

interface Stage {
  name: string | undefined;
  /** With variables put in, as far as they are set. */
  image: string;
  /** The earlier stage that it begins with. */
  parent: Stage | undefined;
  user: string | undefined;
  hasHealthcheck: boolean | undefined;
}

/** More than anybody writes by hand; the parser takes the square of it. */
const MAX_LENGTH = 50_000;
const MAX_STAGES = 100;
const ADDRESS = /^(?:https?|git|ssh):\/\/|^git@/i;
const UNSET = /\$\{?\w/;
const ROOT_USER = /^(?:root|0+)(?::|$)/;
/** Whose images say by their names that they do not run as root. */
const NONROOT_IMAGE = /nonroot|unprivileged|rootless|^cgr\.dev\/chainguard\//;

/** @returns undefined for what is no Dockerfile */
export function judgeDockerfile(
  content: string,
): DockerfileVerdict | undefined {
  const instructions = readInstructions(content);
  const stages = readStages(instructions);
  const last = stages.at(-1);
  if (!last) {
    return undefined;
  }
  const baseImages = stages
    .filter(({ parent, image }) => !parent && image !== 'scratch')
    .map(({ image }) => image);
  return {
    baseImages: [...new Set(baseImages)],
    runsAsNonRoot: runsAsNonRoot(last),
    isBasePinned: everyKnown(baseImages, isPinned),
    isBaseByDigest: everyKnown(baseImages, hasDigest),
    addsUrls: instructions.some(({ instruction }) => addsUrl(instruction)),
    hasHealthcheck: hasHealthcheck(last),
  };
}

interface ReadInstruction {
  instruction: Instruction;
  /** The first base image and its name, of a FROM. */
  from: From | undefined;
  expand(text: string): string;
}

function readInstructions(content: string): ReadInstruction[] {
  const stageCount = (content.match(/^[ \t]*FROM\s/gim) ?? []).length;
  if (content.length > MAX_LENGTH || stageCount > MAX_STAGES) {
    return [];
  }
  const dockerfile = DockerfileParser.parse(content);
  const froms = new Map(
    dockerfile
      .getFROMs()
      .map(from => [from.getInstructionRange().start.line, from]),
  );
  return dockerfile.getInstructions().map(instruction => {
    const { line } = instruction.getInstructionRange().start;
    return {
      instruction,
      from: froms.get(line),
      expand: text =>
        text.replace(
          /\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g,
          (whole, ...[braced, fallback, plain]: (string | undefined)[]) =>
            dockerfile.resolveVariable(braced ?? plain ?? '', line) ??
            fallback ??
            whole,
        ),
    };
  });
}

function readStages(instructions: ReadInstruction[]): Stage[] {
  const stages: Stage[] = [];
  for (const { instruction, from, expand } of instructions) {
    const stage = stages.at(-1);
    const [first = ''] = instruction
      .getArguments()
      .map(argument => argument.getValue());
    if (from) {
      const image = expand(from.getImage() ?? '');
      stages.push({
        name: from.getBuildStage()?.toLowerCase(),
        image,
        parent: stages.find(({ name }) => name === image.toLowerCase()),
        user: undefined,
        hasHealthcheck: undefined,
      });
    } else if (stage && instruction.getKeyword() === 'USER') {
      stage.user = expand(first);
    } else if (stage && instruction.getKeyword() === 'HEALTHCHECK') {
      stage.hasHealthcheck = first.toUpperCase() !== 'NONE';
    }
  }
  return stages;
}

function runsAsNonRoot({ user, parent, image }: Stage): boolean | undefined {
  if (user !== undefined && user !== '') {
    return UNSET.test(user) ? undefined : !ROOT_USER.test(user);
  }
  if (parent) {
    return runsAsNonRoot(parent);
  }
  if (NONROOT_IMAGE.test(image)) {
    return true;
  }
  return UNSET.test(image) ? undefined : false;
}

function hasHealthcheck({ hasHealthcheck: own, parent }: Stage): boolean {
  return own ?? (parent ? hasHealthcheck(parent) : false);
}

/** False where one is known to fail, nothing where one is not known. */
function everyKnown(
  images: string[],
  test: (image: string) => boolean,
): boolean | undefined {
  const known = images.filter(image => !UNSET.test(image));
  if (!known.every(test)) {
    return false;
  }
  return known.length === images.length ? true : undefined;
}

function hasDigest(image: string): boolean {
  return /@sha256:[0-9a-f]{64}$/.test(image);
}

function isPinned(image: string): boolean {
  const tag = /:([^:/@]+)$/.exec(image.replace(/@.*$/, ''))?.[1];
  return hasDigest(image) || (tag !== undefined && tag !== 'latest');
}

function addsUrl(instruction: Instruction): boolean {
  if (!(instruction instanceof Add)) {
    return false;
  }
  // Words, or a list of strings.
  const words = (instruction.getRawArgumentsContent() ?? '')
    .replace(/[[\]",\\]/g, ' ')
    .split(/\s+/);
  return (
    !instruction.getFlags().some(flag => flag.getName() === 'checksum') &&
    words.some(word => ADDRESS.test(word))
  );
}
