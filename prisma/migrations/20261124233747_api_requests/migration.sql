-- CreateTable
CREATE TABLE "api_request" (
    "id" BYTEA NOT NULL,
    "asked" BYTEA NOT NULL,
    "claim_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "beat_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "answer" BYTEA,

    CONSTRAINT "api_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "api_request_made_at_idx" ON "api_request"("made_at");

-- By hand: both are hashes of SHA-256.
ALTER TABLE "api_request" ADD CONSTRAINT "api_request_hashes" CHECK (octet_length("id") = 32 AND octet_length("asked") = 32);
