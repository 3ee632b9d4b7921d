import { describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { changeLayout, deleteLayout, saveLayout } from "@/lib/layouts/commands";
import { stockContent } from "@/lib/layouts/content";
import { listLayouts } from "@/lib/layouts/queries";
import { mostLayouts, SaveLayout } from "@/lib/layouts/schema";
import { deleteTeam } from "@/lib/teams/commands";
import {
  cast,
  everyone,
  narrow,
  newName,
  nobody,
  ofTeam,
  personal,
  saved,
  seen,
  setDefault,
  subject,
  supervisor,
} from "./layouts";
import { audited, newTeam } from "./teams";

const { team, other, owner, colleague, stranger, administrator } = await cast();

describe("saving a new one", () => {
  test("keeps it for its owner alone, and unaudited", async () => {
    const { id, name } = await saved(owner);
    expect(await seen(owner, id)).toEqual({
      id,
      name,
      revision: 1,
      audience: personal,
      team: null,
      mine: true,
      owner: expect.any(String),
      content: narrow,
      gone: [],
      opensFor: { me: false, team: false, everyone: false },
      mayChange: true,
      mayRemove: true,
    });
    for (const actor of [colleague, stranger, administrator]) expect(await seen(actor, id)).toBeUndefined();
    expect(await audited(id)).toEqual([]);
  });

  test("shared with a team, its supervisors see it, and the audit log knows", async () => {
    const { id, name } = await saved(owner, ofTeam(team.id));
    const rights = { mine: false, mayChange: false, mayRemove: false };
    expect(await seen(colleague, id)).toMatchObject({ name, team: team.name, ...rights });
    expect(await seen(stranger, id)).toBeUndefined();
    expect(await seen(administrator, id)).toMatchObject({ mayChange: true, mayRemove: true });
    expect(await audited(id)).toMatchObject([{ verb: "layout.share", actorId: owner.id }]);
  });

  test("shared with everyone, a supervisor sees it, and not whose it is where that is out of reach", async () => {
    const { id } = await saved(administrator, everyone);
    expect(await seen(stranger, id)).toMatchObject({ audience: everyone, owner: null, mayChange: false });
  });

  test("is refused where the actor may not share so", async () => {
    const input = { subject, name: "Mine", content: narrow } as const;
    const refused = { code: "not-allowed" };
    expect(await saveLayout(owner, { ...input, audience: everyone })).toMatchObject(refused);
    expect(await saveLayout(owner, { ...input, audience: ofTeam(other.id) })).toMatchObject(refused);
    const audience = ofTeam(nobody);
    expect(await saveLayout(administrator, { ...input, audience })).toMatchObject({ code: "unknown-team" });
  });

  test("has a name that no other of its owner has, whatever the case", async () => {
    await saved(owner, personal, "Evening");
    const again = await saveLayout(owner, { subject, name: "EVENING", audience: personal, content: narrow });
    expect(again).toMatchObject({ code: "layout-name-taken" });
    await saved(colleague, personal, "Evening");
  });

  test("nobody has more than a hundred, also when two are saved at once", async () => {
    const collector = await supervisor(team);
    for (let number = 1; number < mostLayouts; number++) await saved(collector);
    const both = await Promise.all(
      ["One", "Other"].map((name) =>
        saveLayout(collector, { subject, name, audience: personal, content: narrow }),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: "too-many-layouts" });
  });

  test("is a person's who may read the subject", async () => {
    const input = { subject, name: "Mine", audience: personal, content: narrow } as const;
    const analyst: Actor = { kind: "person", id: nobody, roles: ["analyst"], scope: "all" };
    expect(() => saveLayout(analyst, input)).toThrow("agents:read");
    expect(() => saveLayout(bootstrapToken, input)).toThrow("needs a person");
    await expect(listLayouts(analyst, subject)).rejects.toMatchObject({ code: "not-allowed" });
  });

  test.each([
    { name: "" },
    { name: "x".repeat(65) },
    { subject: "weather" },
    { content: { ...narrow, widths: { agent: 3 } } },
    { content: { ...narrow, version: 2 } },
    { audience: { kind: "team" } },
  ])("out of bounds: %j", (wrong) => {
    const input = { subject, name: "Mine", audience: personal, content: narrow };
    expect(SaveLayout.safeParse(input).success).toBe(true);
    expect(SaveLayout.safeParse({ ...input, ...wrong }).success).toBe(false);
  });
});

describe("changing one", () => {
  test("content and name, each time at the revision that was seen", async () => {
    const { id } = await saved(owner);
    const content = { ...stockContent, group: ["team"] };
    expect(await changeLayout(owner, { id, revision: 1, content })).toMatchObject({ value: { revision: 2 } });
    const name = newName();
    expect(await changeLayout(owner, { id, revision: 2, name })).toMatchObject({ value: { revision: 3 } });
    expect(await seen(owner, id)).toMatchObject({ name, content, revision: 3 });
    expect(await audited(id)).toEqual([]);
  });

  test("who shares it, and takes it back: others see it come and go, and both are audited", async () => {
    const { id, name } = await saved(owner);
    await changeLayout(owner, { id, revision: 1, audience: ofTeam(team.id) });
    expect(await seen(colleague, id)).toBeDefined();
    await changeLayout(owner, { id, revision: 2, audience: personal });
    expect(await seen(colleague, id)).toBeUndefined();
    const [shared, withdrawn] = await audited(id);
    expect(shared?.detail?.changes).toEqual({
      from: { name, audience: personal },
      to: { name, audience: ofTeam(team.id) },
    });
    expect(withdrawn?.detail?.changes).toMatchObject({ to: { audience: personal } });
  });

  test("an administrator changes what is shared; the audit log has the content, before and after", async () => {
    const { id } = await saved(owner, ofTeam(team.id));
    expect(await changeLayout(administrator, { id, revision: 1, content: stockContent })).toMatchObject({
      ok: true,
    });
    const [, change] = await audited(id);
    expect(change).toMatchObject({ verb: "layout.change", actorId: administrator.id });
    expect(change?.detail?.changes).toMatchObject({
      from: { content: narrow },
      to: { content: stockContent },
    });
  });

  test("two who save the same one at once do not overwrite each other unseen", async () => {
    const { id } = await saved(owner, ofTeam(team.id));
    const both = await Promise.all([
      changeLayout(owner, { id, revision: 1, content: stockContent }),
      changeLayout(administrator, { id, revision: 1, content: { ...narrow, group: ["team"] } }),
    ]);
    expect(both.map((result) => (result.ok ? "saved" : result.code)).sort()).toEqual([
      "saved",
      "setting-changed",
    ]);
    expect(await seen(owner, id)).toMatchObject({ revision: 2 });
  });

  test("a personal one of somebody else, or a team's out of reach, is not there", async () => {
    const mine = await saved(owner);
    const ours = await saved(owner, ofTeam(team.id));
    const missing = { code: "not-found" };
    expect(await changeLayout(administrator, { ...mine, revision: 1 })).toMatchObject(missing);
    expect(await changeLayout(stranger, { ...ours, revision: 1 })).toMatchObject(missing);
    expect(await changeLayout(owner, { id: nobody, revision: 1 })).toMatchObject(missing);
    expect(await deleteLayout(stranger, { id: ours.id, revision: 1 })).toMatchObject(missing);
    expect(await seen(owner, ours.id)).toMatchObject({ revision: 1 });
  });

  test("is refused to whoever only sees it, and to who may not share so", async () => {
    const { id } = await saved(owner, ofTeam(team.id));
    const refused = { code: "not-allowed" };
    expect(await changeLayout(colleague, { id, revision: 1, name: "Ours" })).toMatchObject(refused);
    expect(await changeLayout(colleague, { id, revision: 1, audience: personal })).toMatchObject(refused);
    expect(await changeLayout(owner, { id, revision: 1, audience: everyone })).toMatchObject(refused);
    expect(await changeLayout(owner, { id, revision: 1, audience: ofTeam(other.id) })).toMatchObject(refused);
    expect(await changeLayout(administrator, { id, revision: 1, audience: ofTeam(nobody) })).toMatchObject({
      code: "unknown-team",
    });
    expect(await deleteLayout(colleague, { id, revision: 1 })).toMatchObject(refused);
  });

  test("to a name that is taken", async () => {
    const [one, two] = [await saved(owner), await saved(owner)];
    const taken = await changeLayout(owner, { id: two.id, revision: 1, name: one.name.toUpperCase() });
    expect(taken).toMatchObject({ code: "layout-name-taken" });
  });

  test("is refused to one whose role has gone", async () => {
    const { id } = await saved(owner);
    const agent: Actor = { ...owner, roles: ["agent"], scope: [] };
    await expect(changeLayout(agent, { id, revision: 1, name: "Mine" })).rejects.toMatchObject({
      code: "not-allowed",
    });
    await expect(deleteLayout(agent, { id, revision: 1 })).rejects.toMatchObject({ code: "not-allowed" });
  });
});

describe("deleting one", () => {
  test("takes it away; what was shared is audited", async () => {
    const mine = await saved(owner);
    expect(await deleteLayout(owner, { id: mine.id, revision: 1 })).toMatchObject({ ok: true });
    expect(await audited(mine.id)).toEqual([]);
    const ours = await saved(owner, ofTeam(team.id));
    expect(await deleteLayout(administrator, { id: ours.id, revision: 1 })).toMatchObject({ ok: true });
    expect(await seen(owner, ours.id)).toBeUndefined();
    expect((await audited(ours.id)).at(-1)).toMatchObject({
      verb: "layout.delete",
      actorId: administrator.id,
    });
  });

  test("is refused where it has changed since", async () => {
    const { id } = await saved(owner);
    await changeLayout(owner, { id, revision: 1, content: stockContent });
    expect(await deleteLayout(owner, { id, revision: 1 })).toMatchObject({ code: "setting-changed" });
  });

  test("of a team that is no more, it is its owner's alone", async () => {
    const gone = await newTeam();
    const { id } = await saved(administrator, ofTeam(gone.id));
    await setDefault(administrator, id, { kind: "team", teamId: gone.id });
    await deleteTeam(bootstrapToken, { id: gone.id });
    expect(await seen(administrator, id)).toMatchObject({ audience: personal, team: null });
  });
});
