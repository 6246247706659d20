/** A CycloneDX document: what a BOM-Link names. */
export interface BomIdentity {
  /** A UUID in lower case. */
  serial: string;
  /** From 1; a document that is corrected keeps its serial number. */
  version: number;
}

/** A document, or a component in it. */
export interface BomLink extends BomIdentity {
  /** The `bom-ref` of the component; absent for the document itself. */
  ref?: string;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const LINK = new RegExp(
  `^urn:cdx:(${UUID})/([1-9][0-9]{0,8})(?:#(.*))?$`,
  'is',
);
const SERIAL = new RegExp(`^urn:uuid:(${UUID})$`, 'i');

/** Reads `urn:cdx:<serial>/<version>#<bom-ref>`; nothing for what is none. */
export function parseBomLink(text: string): BomLink | undefined {
  const [, serial, version, ref] = LINK.exec(text) ?? [];
  return serial === undefined
    ? undefined
    : {
        serial: serial.toLowerCase(),
        version: Number(version),
        ...(ref !== undefined && { ref: decode(ref) }),
      };
}

/** The identity of a document by its `serialNumber` and `version`, which is 1 by default. */
export function toBomIdentity(
  serialNumber: unknown,
  version: unknown = 1,
): BomIdentity | undefined {
  const [, serial] = SERIAL.exec(String(serialNumber)) ?? [];
  return serial !== undefined &&
    typeof version === 'number' &&
    Number.isInteger(version) &&
    version > 0 &&
    version < 1_000_000_000
    ? { serial: serial.toLowerCase(), version }
    : undefined;
}

function decode(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}
