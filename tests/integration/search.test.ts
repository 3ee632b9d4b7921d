import { describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { findAnything } from "@/lib/search/queries";
import { FindAnything, Found } from "@/lib/search/schema";
import type { Role } from "@/prisma/generated/enums";
import { asOwner } from "./database";
import { desktop, person, phone, signedIn, tell } from "./people";

const acting = (roles: Role[], scope: Actor["scope"] = "all"): Actor => ({
  kind: "person",
  id: null,
  roles,
  scope,
});
const search = (actor: Actor, q: string) => findAnything(actor, FindAnything.parse({ q }));
const names = async (q: string, actor: Actor = bootstrapToken) =>
  (await search(actor, q)).people.map(({ name }) => name);

describe("what a search looks in", () => {
  test("is every field a line, without case, accents and wide letters", async () => {
    const maria = await person({ username: "MÁRIA.o", name: "Ｍaría  Ortíz-Weiß", personnelNumber: "4711" });
    const [row] = await asOwner("select search_text from user_account where id = $1", [maria.id]);
    expect(row.search_text).toBe(" maria  ortiz-weiss\n maria.o\n 4711\n");
  });

  test("is compared with what was typed, folded alike; nothing typed is a wildcard", async () => {
    const [row] = await asOwner("select search_literal($1) as typed", ["ORTÍZ_50%％\\"]);
    expect(row.typed).toBe("ortiz\\_50\\%\\%\\\\");
  });

  test("is found through its index, one letter included", async () => {
    await asOwner(
      `insert into user_account (id, username, name, team_id, roles)
       select gen_random_uuid(), 'crowd' || n, 'Crowd ' || md5(n::text), team_id, '{agent}'
       from (select team_id from user_account limit 1) one, generate_series(1, 5000) n`,
    );
    await asOwner("vacuum analyze user_account");
    for (const start of ["o", "or", "ortiz"]) {
      const plan = await asOwner(
        `explain select id from user_account where search_text like '% ' || search_literal('${start}') || '%'`,
      );
      expect(JSON.stringify(plan), start).toContain("user_account_search_text_idx");
    }
    await asOwner("delete from user_account where username like 'crowd%'");
  });
});

describe("people", () => {
  test("a whole username or number first, then names that begin so, then words, then parts", async () => {
    const team = "Ranking";
    await person({ team, name: "Olga Ranking", username: "lindau" });
    await person({ team, name: "Zoë Blind" });
    await person({ team, name: "Anna Linde" });
    await person({ team, name: "Linda Zorn" });
    await person({ team, name: "Abel Zweig", username: "linD" });
    await person({ team, name: "Yves Zweig", personnelNumber: "linD" });
    expect(await names("lind")).toEqual([
      "Abel Zweig",
      "Yves Zweig",
      "Linda Zorn",
      "Anna Linde",
      "Olga Ranking",
      "Zoë Blind",
    ]);
  });

  test("are found by every word, in any order, with and without accents", async () => {
    await person({ name: "Józef Świątek", username: "jozef" });
    await person({ name: "Józef Nowak", username: "nowak" });
    for (const typed of ["swiatek", "ŚWIĄTEK", "świat joz", "  jozef   wiat "])
      expect(await names(typed), typed).toEqual(["Józef Świątek"]);
    expect(await names("jozef smith")).toEqual([]);
  });

  test("take wildcards and quotes for themselves", async () => {
    await person({ name: "Percent % Sign", username: "per_cent" });
    await person({ name: "Pat O’Brien", username: "perxcent" });
    expect(await names("%")).toEqual(["Percent % Sign"]);
    expect(await names("per_")).toEqual(["Percent % Sign"]);
    expect(await names("\\")).toEqual([]);
    expect(await names("o'bri")).toEqual(["Pat O’Brien"]);
  });

  test("come with team, state and app; those who have left come last, and are marked", async () => {
    const team = "Present";
    const maria = await person({ team, name: "Present Maria" });
    const jonas = await person({ team, name: "Present Jonas" });
    const gone = await person({ team, name: "Present Anna" });
    await db.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    const { sessionId } = await signedIn(maria.username, { client: phone });
    await tell({ id: sessionId, userId: maria.id }, { type: "state", state: "ready" });
    await signedIn(jonas.username, { client: desktop });
    const found = await search(bootstrapToken, "present");
    expect(Found.parse(found)).toEqual(found);
    expect(found.people).toEqual([
      expect.objectContaining({ name: "Present Jonas", team, state: "not_ready", mobile: false }),
      expect.objectContaining({ name: "Present Maria", state: "ready", mobile: true, disabled: false }),
      expect.objectContaining({ name: "Present Anna", state: null, mobile: false, disabled: true }),
    ]);
    expect(found.teams).toEqual([{ id: maria.teamId, name: team, members: 3 }]);
  });

  test("are few, however many there are", async () => {
    for (let made = 0; made < 9; made++) await person({ name: `Many ${made}` });
    expect(await names("many")).toHaveLength(8);
  });
});

describe("who asks", () => {
  test("a supervisor finds the people and teams supervised; of another team, nobody", async () => {
    const lena = await person({ team: "Scope North", name: "Lena Scope" });
    const lars = await person({ team: "Scope South", name: "Lars Scope" });
    const north = acting(["supervisor"], [lena.teamId]);
    expect(await names("scope", north)).toEqual(["Lena Scope"]);
    expect((await search(north, "scope")).teams.map(({ name }) => name)).toEqual(["Scope North"]);
    expect(await search(north, lars.username)).toEqual({ people: [], teams: [], releases: [] });
    expect(await search(acting(["supervisor"], []), "scope")).toEqual({
      people: [],
      teams: [],
      releases: [],
    });
  });

  test("a report builder, who may see no people, finds none", async () => {
    await person({ name: "Hidden Person" });
    expect(await search(acting(["analyst"]), "hidden")).toEqual({ people: [], teams: [], releases: [] });
  });

  test("an agent is refused", async () => {
    await expect(search(acting(["agent"]), "lind")).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("nothing is no search, and what no name has is left out of one", async () => {
    expect(FindAnything.safeParse({ q: " \0 " }).success).toBe(false);
    await person({ name: "Zero Width" });
    expect(await names("\0zero\0wid")).toEqual(["Zero Width"]);
  });
});
