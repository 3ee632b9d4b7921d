import { describe, expect, it } from "vitest";
import {
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
});
