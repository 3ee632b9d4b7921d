import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  afterCancel,
  afterPiece,
  afterTime,
  afterTold,
  type Course,
  lastMoment,
  pieceRefusal,
} from "@/lib/logs/course";
import type { LogFrame } from "@/lib/logs/schema";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 27, 8) + minutes * 60_000);
const asked: Course = {
  status: "requested",
  until: at(30),
  deliveredAt: null,
  acceptedAt: null,
  collectingAt: null,
  uploadingAt: null,
  endedAt: null,
  pieces: 0,
  toldPieces: null,
  failure: null,
};
type Told = Omit<LogFrame, "type" | "requestId">;

/** The request after what an app told, one thing a minute. */
function after(...told: Told[]): Course {
  let request = asked;
  for (const [minute, one] of told.entries()) {
    const step = afterTold(request, { ...one, requestId: "r" }, at(minute));
    if (typeof step === "string") throw new Error(step);
    request = { ...request, ...step };
  }
  return request;
}
const withPiece = (request: Course, now: Date): Course => ({ ...request, ...afterPiece(request, now) });

const accepted = after({ status: "received" }, { status: "accepted" });

test("each state has its time, and one that was passed over that of the next", () => {
  expect(accepted).toMatchObject({ status: "accepted", deliveredAt: at(0), acceptedAt: at(1) });
  expect(withPiece(accepted, at(5))).toMatchObject({
    status: "uploading",
    acceptedAt: at(1),
    collectingAt: at(5),
    uploadingAt: at(5),
    pieces: 1,
  });
});

test("what is told twice, or late, changes nothing", () => {
  expect(afterTold(accepted, { requestId: "r", status: "received" }, at(9))).toEqual({});
  expect(afterTold(accepted, { requestId: "r", status: "accepted" }, at(9))).toEqual({});
});

describe("an agent who declines", () => {
  test("ends it", () => {
    expect(after({ status: "received" }, { status: "declined" })).toMatchObject({
      status: "declined",
      endedAt: at(1),
    });
  });
  test("after having accepted leaves what has arrived", () => {
    expect(afterTold(withPiece(accepted, at(2)), { requestId: "r", status: "declined" }, at(3))).toEqual({
      status: "partial",
      endedAt: at(3),
    });
  });
});

test("nothing is collected before it is accepted", () => {
  for (const status of ["collecting", "done"] as const)
    expect(afterTold(asked, { requestId: "r", status }, at(1))).toBe("log-not-accepted");
  expect(pieceRefusal(asked, 0, at(1))).toBe("log-not-accepted");
  expect(pieceRefusal(accepted, 0, at(1))).toBeNull();
});

describe("done", () => {
  test("is complete when all pieces are there, in whatever order they come", () => {
    const waiting = then(accepted, { status: "done", pieces: 2 });
    expect(waiting).toMatchObject({ status: "accepted", toldPieces: 2, endedAt: null });
    const one = withPiece(waiting, at(3));
    expect(one.endedAt).toBeNull();
    expect(withPiece(one, at(4))).toMatchObject({ status: "complete", endedAt: at(4) });
  });
  test("without a piece is complete, too: nothing was logged", () => {
    expect(stepOf(accepted, { status: "done", pieces: 0 })).toMatchObject({ status: "complete" });
  });
  test("may be told again after its answer was lost; anything else is over", () => {
    const complete = then(accepted, { status: "done", pieces: 0 });
    expect(stepOf(complete, { status: "done", pieces: 0 })).toEqual({});
    expect(stepOf(complete, { status: "collecting" })).toBe("log-request-over");
  });
  test("takes no piece beyond", () => {
    const waiting = then(accepted, { status: "done", pieces: 1 });
    expect(pieceRefusal(waiting, 0, at(2))).toBeNull();
    expect(pieceRefusal(waiting, 1, at(2))).toBe("log-request-over");
  });
});

function then(request: Course, told: Told): Course {
  const step = stepOf(request, told);
  if (typeof step === "string") throw new Error(step);
  return { ...request, ...step };
}

const stepOf = (request: Course, told: Told) => afterTold(request, { ...told, requestId: "r" }, at(2));

describe("time", () => {
  const open = { sessionOver: false };
  test("that passes before anybody accepts lets it expire", () => {
    expect(afterTime(asked, open, at(29.9))).toBeNull();
    expect(afterTime(asked, open, at(30))).toEqual({ status: "expired", endedAt: at(30) });
  });
  test("that passes while it collects leaves some minutes to send what there is", () => {
    expect(afterTime(accepted, open, at(30))).toBeNull();
    expect(pieceRefusal(accepted, 0, at(39.9))).toBeNull();
    expect(pieceRefusal(accepted, 0, lastMoment(accepted))).toBe("log-request-over");
    expect(afterTime(accepted, open, at(40))).toMatchObject({ status: "expired" });
    expect(afterTime(withPiece(accepted, at(2)), open, at(40))).toMatchObject({ status: "partial" });
  });
  test("ends with the session that it was for", () => {
    expect(afterTime(accepted, { sessionOver: true }, at(2))).toMatchObject({ status: "expired" });
  });
});

test("whatever comes in whatever order: it ends once, its times are in order, and after its end nothing changes", () => {
  const event = fc.oneof(
    fc.record({
      status: fc.constantFrom(
        ...(["received", "accepted", "declined", "collecting", "done", "failed"] as const),
      ),
      pieces: fc.nat(3),
    }),
    fc.constantFrom("piece" as const, "time" as const, "cancel" as const),
  );
  const steps = fc.array(fc.tuple(event, fc.nat(12)), { maxLength: 20 });
  fc.assert(
    fc.property(steps, (happened) => {
      let request = asked;
      let minute = 0;
      for (const [one, later] of happened) {
        minute += later;
        const now = at(minute);
        const step = stepBy(request, one, now);
        if (request.endedAt !== null) expect(step ?? {}).toEqual({});
        request = { ...request, ...step };
        const { deliveredAt, acceptedAt, collectingAt, uploadingAt, endedAt } = request;
        const times = [deliveredAt, acceptedAt, collectingAt, uploadingAt, endedAt].filter(
          (time) => time !== null,
        );
        expect(times).toEqual(times.toSorted((a, b) => a.getTime() - b.getTime()));
      }
    }),
  );
});

function stepBy(request: Course, one: Told | "piece" | "time" | "cancel", now: Date) {
  if (one === "time") return afterTime(request, { sessionOver: false }, now);
  const step =
    one === "cancel"
      ? afterCancel(request, now)
      : one === "piece"
        ? (pieceRefusal(request, request.pieces, now) ?? afterPiece(request, now))
        : afterTold(request, { ...one, requestId: "r" }, now);
  return typeof step === "string" ? null : step;
}
