/** An entity that moved to another level. */
export interface LevelMove {
  scorecard: string;
  entityRef: string;
  ownerRefs: string[];
  /** 0 for none; null where it could hold none. */
  fromRank: number | null;
  toRank: number | null;
  /** The checks whose outcome changed with it, by name. */
  checks: Record<string, string>;
  at: Date;
}

/** Hears of results that changed, once they are stored. */
export interface ResultListener {
  onMoves(moves: readonly LevelMove[]): Promise<void>;
}
