export interface CursorPosition {
  updatedAt: string;
  id: string;
}

/** Cursors are opaque to callers, so their content may change at any time. */
export function encodeCursor(position: CursorPosition): string {
  const text = JSON.stringify([position.updatedAt, position.id]);
  return Buffer.from(text).toString('base64url');
}

export function decodeCursor(cursor: string): CursorPosition {
  try {
    const [updatedAt, id]: unknown[] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    );
    if (typeof updatedAt === 'string' && typeof id === 'string') {
      return { updatedAt, id };
    }
  } catch {
    // Falls through to the one message for all that is wrong with a cursor.
  }
  throw new Error(`Cursor '${cursor}' is not one of ours`);
}
