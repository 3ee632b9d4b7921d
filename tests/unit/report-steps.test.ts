import { describe, expect, it } from "vitest";
import {
  adopted,
  beginAt,
  followed,
  redone,
  stepped,
  undone,
} from "@/app/(console)/reports/login-logout/_components/steps";

describe("the steps of a report", () => {
  it("are taken back faster than the browser confirms them", () => {
    const three = ["a", "b", "c"].reduce((steps, address) => stepped(steps, address, "replace"), beginAt(""));
    const back = undone(undone(three));
    // The browser tells of what was, one after the other.
    const told = ["a", "c", "b", "a"].reduce(followed, back);
    expect(told.addresses.now).toBe("a");
    expect(redone(told).addresses.now).toBe("b");
  });

  it("have what came from elsewhere as one of them", () => {
    const back = followed(stepped(beginAt("a"), "b", "push"), "b");
    const elsewhere = followed(back, "z");
    expect(elsewhere.addresses.now).toBe("z");
    expect(undone(elsewhere).addresses.now).toBe("b");
  });

  it("belong to the layout that they were saved as, those of another one to that", () => {
    const addresses = ["view=b&at=1&columns=os", "view=a&at=3&columns=os", "view=a&at=3&columns=ip"];
    const three = addresses.reduce((steps, address) => stepped(steps, address, "push"), beginAt(""));
    const saved = adopted(undone(three), "view=a&at=4&columns=os");
    expect(saved.addresses).toEqual({
      past: ["", "view=b&at=1&columns=os"],
      now: "view=a&at=4&columns=os",
      future: ["view=a&at=4&columns=ip"],
    });
    expect(saved.own.at(-1)).toBe("view=a&at=4&columns=os");
  });

  it("of the stock layout are those of the layout that they were saved as", () => {
    const saved = adopted(stepped(beginAt(""), "columns=os", "replace"), "view=a&at=1&columns=os");
    expect(saved.addresses.past).toEqual(["view=a&at=1"]);
  });
});
