import type {
  OpenSloDocument,
  OpenSloDocumentOf,
  OpenSloKind,
} from './openSloDocument';

/** A document that a reference leads to. */
export interface FoundDocument<Kind extends OpenSloKind> {
  document: OpenSloDocumentOf<Kind>;
  /** Whether it stands in the file itself, or is shared by config. */
  origin: 'file' | 'config';
}

/** Finds documents by kind and name, those of the file first. */
export class DocumentLookup {
  readonly #found = new Map<
    string,
    { document: OpenSloDocument; origin: 'file' | 'config' }
  >();

  constructor(ofFile: OpenSloDocument[], shared: OpenSloDocument[]) {
    this.#add(ofFile, 'file');
    this.#add(shared, 'config');
  }

  find<Kind extends OpenSloKind>(
    kind: Kind,
    name: string,
  ): FoundDocument<Kind> | undefined {
    const found = this.#found.get(keyOf(kind, name));
    return found && isOfKind(found.document, kind)
      ? { document: found.document, origin: found.origin }
      : undefined;
  }

  #add(documents: OpenSloDocument[], origin: 'file' | 'config') {
    for (const document of documents) {
      const key = keyOf(document.kind, document.metadata.name);
      if (!this.#found.has(key)) {
        this.#found.set(key, { document, origin });
      }
    }
  }
}

function isOfKind<Kind extends OpenSloKind>(
  document: OpenSloDocument,
  kind: Kind,
): document is OpenSloDocumentOf<Kind> {
  return document.kind === kind;
}

function keyOf(kind: OpenSloKind, name: string): string {
  return `${kind}/${name}`;
}
