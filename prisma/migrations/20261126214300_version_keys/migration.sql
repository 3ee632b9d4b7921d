-- By hand: builds are keyed by their numbers alone, padded to 18 digits.
UPDATE "installation" SET "build_key" = CASE
  WHEN "build" ~ '^\d+(\.\d+){0,7}$' THEN rtrim(regexp_replace("build_key", '(\d{12})', '000000\1', 'g'), '-')
END WHERE "build_key" IS NOT NULL;
