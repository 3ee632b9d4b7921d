import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeLayout, deleteLayout } from "@/lib/layouts/commands";
import { defaultLayout } from "@/lib/layouts/queries";
import { cast, everyone, nobody, ofTeam, personal, saved, seen, setDefault, subject } from "./layouts";
import { audited } from "./teams";

const { team, other, owner, colleague, stranger, administrator } = await cast();

describe("the default", () => {
  test("of a person comes before the team's, and that before everyone's", async () => {
    const [mine, ours, all] = [
      await saved(owner),
      await saved(owner, ofTeam(team.id)),
      await saved(administrator, everyone),
    ];
    const opens = (actor: Actor) => defaultLayout(actor, subject);
    expect(await opens(owner)).toBeNull();
    await setDefault(administrator, all.id, { kind: "everyone" });
    expect(await opens(owner)).toBe(all.id);
    await setDefault(administrator, ours.id, { kind: "team", teamId: team.id });
    expect([await opens(owner), await opens(stranger)]).toEqual([ours.id, all.id]);
    await setDefault(owner, mine.id, { kind: "me" });
    expect([await opens(owner), await opens(colleague)]).toEqual([mine.id, ours.id]);
    expect(await seen(owner, mine.id)).toMatchObject({
      opensFor: { me: true, team: false, everyone: false },
    });
    expect(await seen(owner, ours.id)).toMatchObject({
      opensFor: { me: false, team: true, everyone: false },
    });
    expect(await seen(owner, all.id)).toMatchObject({ opensFor: { me: false, team: false, everyone: true } });

    await setDefault(owner, null, { kind: "me" });
    await setDefault(administrator, null, { kind: "team", teamId: team.id });
    await setDefault(administrator, null, { kind: "everyone" });
    expect(await opens(owner)).toBeNull();
    expect((await audited(team.id)).filter(({ verb }) => verb === "layout.default")).toHaveLength(2);
  });

  test("is passed over once its layout is out of sight, and gone with it", async () => {
    const ours = await saved(owner, ofTeam(team.id));
    await setDefault(colleague, ours.id, { kind: "me" });
    await setDefault(administrator, ours.id, { kind: "team", teamId: team.id });
    await changeLayout(owner, { id: ours.id, revision: 1, audience: personal });
    expect(await defaultLayout(colleague, subject)).toBeNull();
    expect(await db.layoutDefault.count({ where: { layoutId: ours.id, teamId: team.id } })).toBe(0);
    await deleteLayout(owner, { id: ours.id, revision: 2 });
    expect(await db.layoutDefault.count({ where: { layoutId: ours.id } })).toBe(0);
  });

  test("of everyone, and of another team, is gone once its layout is one team's; that team's stays", async () => {
    const all = await saved(administrator, everyone);
    const ours = { kind: "team", teamId: team.id } as const;
    for (const of of [{ kind: "everyone" } as const, { kind: "team", teamId: other.id } as const, ours])
      await setDefault(administrator, all.id, of);
    await changeLayout(administrator, { id: all.id, revision: 1, audience: ofTeam(team.id) });
    const left = await db.layoutDefault.findMany({
      where: { layoutId: all.id },
      select: { userId: true, teamId: true },
    });
    expect(left).toEqual([{ userId: null, teamId: team.id }]);
    await setDefault(administrator, null, ours);
  });

  test("of two who set one at once, one counts", async () => {
    const [one, two] = [await saved(owner), await saved(owner)];
    await Promise.all([setDefault(owner, one.id, { kind: "me" }), setDefault(owner, two.id, { kind: "me" })]);
    expect([one.id, two.id]).toContain(await defaultLayout(owner, subject));
    await setDefault(owner, null, { kind: "me" });
  });

  test("of others is an administrator's to say, and one that they see", async () => {
    const ours = await saved(owner, ofTeam(team.id));
    const forAll = { kind: "everyone" } as const;
    await expect(setDefault(owner, ours.id, forAll)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(setDefault(owner, ours.id, { kind: "team", teamId: team.id })).rejects.toMatchObject({
      code: "not-allowed",
    });
    expect(await setDefault(administrator, ours.id, forAll)).toMatchObject({ code: "layout-not-shared" });
    const elsewhere = { kind: "team", teamId: other.id } as const;
    expect(await setDefault(administrator, ours.id, elsewhere)).toMatchObject({ code: "layout-not-shared" });
    const nowhere = { kind: "team", teamId: nobody } as const;
    expect(await setDefault(administrator, ours.id, nowhere)).toMatchObject({ code: "unknown-team" });
  });

  test("is none that the actor does not see", async () => {
    const ours = await saved(owner, ofTeam(team.id));
    expect(await setDefault(stranger, ours.id, { kind: "me" })).toMatchObject({ code: "not-found" });
    expect(await setDefault(owner, nobody, { kind: "me" })).toMatchObject({ code: "not-found" });
  });
});
