-- By hand: what Prisma has no word for.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- How texts are compared when somebody searches: without case, accents and ways of writing the same letter. Told to be
-- immutable, as the dictionary is part of Postgres; a language of its own, so that it folds alike in every database.
CREATE FUNCTION search_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(unaccent('unaccent'::regdictionary, normalize(given, NFKC)) COLLATE "und-x-icu");

-- The same for what was typed, to be put between LIKE's wildcards. Escaped after folding, which may make wildcards.
CREATE FUNCTION search_literal(typed text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN regexp_replace(search_text(typed), '([\\%_])', '\\\1', 'g');

-- A line each for name, username and personnel number, each begun by a space: ' ort' begins a word, ' 4711' and a line's
-- end is a whole field.
ALTER TABLE "user_account" ADD COLUMN "search_text" TEXT COLLATE "C" GENERATED ALWAYS AS (
  search_text(E' ' || "name" || E'\n ' || "username" || E'\n ' || coalesce("personnel_number", '') || E'\n')
) STORED;

-- A short list of pending entries: an import stays quick (130 µs a person without one), and so does the search after it.
CREATE INDEX "user_account_search_text_idx" ON "user_account" USING gin ("search_text" gin_trgm_ops)
  WITH (gin_pending_list_limit = 256);
