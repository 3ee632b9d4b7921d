import { describe, expect, test } from "vitest";
import { advance, keyPressed } from "@/components/shell/shortcuts";
import { beginsWords } from "@/lib/search/match";

const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

describe("a key", () => {
  test("is written as shortcuts write it, on a Mac and elsewhere", () => {
    expect(keyPressed(key("k", { ctrlKey: true }), false)).toBe("Mod+K");
    expect(keyPressed(key("k", { metaKey: true }), true)).toBe("Mod+K");
    expect(keyPressed(key("?"), false)).toBe("?");
  });

  test("is the letter on it, with Caps Lock and on a keyboard of another script", () => {
    expect(keyPressed(key("G"), false)).toBe("g");
    expect(keyPressed(key("п", { code: "KeyG" }), false)).toBe("g");
    expect(keyPressed(key("л", { code: "KeyK", ctrlKey: true }), false)).toBe("Mod+K");
    expect(keyPressed(key("ArrowDown", { code: "ArrowDown" }), false)).toBe("ArrowDown");
  });

  test("that the system or another shortcut wants is none of ours", () => {
    expect(keyPressed(key("k", { metaKey: true }), false)).toBeNull();
    expect(keyPressed(key("k", { ctrlKey: true }), true)).toBeNull();
    expect(keyPressed(key("g", { altKey: true }), false)).toBeNull();
    expect(keyPressed(key("Shift"), false)).toBeNull();
  });
});

describe("keys one after the other", () => {
  const shortcuts = [{ keys: ["g", "u"] }, { keys: ["g", "t"] }, { keys: ["?"] }];
  const pressing = (...keys: string[]) =>
    keys.reduce<ReturnType<typeof advance<{ keys: string[] }>>>(
      ({ held }, one) => advance(shortcuts, held, one),
      { done: null, held: [] },
    );

  test("complete a shortcut", () => {
    expect(pressing("?").done).toBe(shortcuts[2]);
    expect(pressing("g")).toEqual({ done: null, held: ["g"] });
    expect(pressing("g", "t")).toEqual({ done: shortcuts[1], held: [] });
  });

  test("that lead nowhere begin anew with the last one", () => {
    expect(pressing("g", "x")).toEqual({ done: null, held: [] });
    expect(pressing("g", "g", "u").done).toBe(shortcuts[0]);
    expect(pressing("g", "?").done).toBe(shortcuts[2]);
    expect(pressing("u").done).toBeNull();
  });
});

test("what is typed begins words, whatever their case, accents and order", () => {
  expect(beginsWords("Agent Login/Logout", "log ag")).toBe(true);
  expect(beginsWords("Maria Ortíz maria.o", "ORTIZ")).toBe(true);
  expect(beginsWords("Ortiz", "ortíz")).toBe(true);
  expect(beginsWords("Teams", "eam")).toBe(false);
  expect(beginsWords("Teams", "")).toBe(true);
});
