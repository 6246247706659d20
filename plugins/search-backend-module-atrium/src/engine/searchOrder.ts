/**
 * A name that is the term, one that begins with its words, one that begins with
 * a longer word, one that has its words.
 */
export const CLOSENESS = `CASE
  WHEN title_key = :name THEN 0
  WHEN :name = ANY(name_keys) THEN 1
  WHEN NOT (name_words @> :words) THEN
    CASE WHEN starts_with(title_key, :name) THEN 4
      WHEN ${hasNameBeginning()} THEN 5 ELSE 7 END
  WHEN starts_with(title_key, :name) THEN 2
  WHEN ${hasNameBeginning()} THEN 3
  ELSE 6
END`;

/**
 * Of what is named so. Things of the catalog stand before parts of them and pages about
 * them, and words before beginnings of other words: `slo` is not looked for by whoever
 * reads of slow pages. A thing that has but a form of the one word, or is of the kind
 * that it names, is not called so.
 */
export const TIER = `CASE
  WHEN NOT is_part AND is_whole AND (closeness < 7 OR cardinality(CAST(:words AS text[])) > 1) THEN 0
  WHEN closeness < 2 THEN 1
  WHEN NOT is_part AND NOT is_whole THEN 2
  WHEN is_part AND is_whole AND closeness < 6 THEN 3
  WHEN NOT is_part THEN 4
  WHEN is_whole THEN 5
  WHEN terms @@ CAST(:wholeTerms AS tsquery) THEN 6
  ELSE 7
END`;

/** From this tier on, texts stand between names. */
export const FIRST_TIER_OF_TEXTS = 4;

/** Of what only has the words in its text. */
export const TEXT_TIER = `CASE
  WHEN NOT is_whole THEN 8
  WHEN is_part THEN 6
  ELSE 4
END`;

/**
 * The documentation of a thing that is called so stands below it, before that of
 * others; those who read of a thing seek its pages first.
 */
export const IS_OF_ANOTHER = `CASE type
  WHEN 'software-catalog' THEN false
  WHEN 'techdocs' THEN NOT starts_with(
    regexp_replace(lower(coalesce(document ->> 'name', '')), '[^a-z0-9]+', '', 'g'), :name)
  ELSE true
END`;

/** What people look for most often comes first among names as close. */
export const KIND_ORDER = `CASE document ->> 'kind'
  WHEN 'Component' THEN 0 WHEN 'API' THEN 1 ELSE 2 END`;

/** Of all that is found. */
export const HIT_ORDER = `tier, closeness, is_of_another, is_of_others, is_part,
  kind_order, rank DESC, length(title_key), title_key, hash`;

/** Whether a name begins with the term, whatever follows. */
function hasNameBeginning(): string {
  return `EXISTS (
    SELECT 1 FROM unnest(name_keys) AS name_key
    WHERE starts_with(name_key, :name)
  )`;
}
