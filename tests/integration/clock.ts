import { asOwner } from "./database";

/** Passes a clock of the test's own to the ledger of this file's database: it stands still until it is moved. */
export async function passInClock(start: Date) {
  await asOwner(`
    create table if not exists test_clock (at timestamptz not null);
    delete from test_clock;
    grant select on test_clock to public;
    create or replace function ledger_now() returns timestamptz language sql volatile as
      $$ select date_trunc('milliseconds', at) from test_clock $$`);
  await asOwner("insert into test_clock values ($1)", [start]);
  return {
    async advance(seconds: number) {
      await asOwner("update test_clock set at = at + $1 * interval '1 s'", [seconds]);
    },
    async set(at: Date) {
      await asOwner("update test_clock set at = $1", [at]);
    },
  };
}
