-- By hand: what its app tells of a notice is written in place.
ALTER TABLE "notice" SET (fillfactor = 50);
