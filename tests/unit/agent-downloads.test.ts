import { describe, expect, test } from "vitest";
import { fileName } from "@/app/_components/file-name";
import { fitting } from "@/app/agent/_components/downloads";
import type { Artifact } from "@/client/rollcall";

const file = (os: string, arch = "x64"): Artifact => ({
  os,
  arch,
  url: `https://dl.example.com/${os}-${arch}`,
  sha512: "0".repeat(128),
  size: 84_213_760,
  edSignature: null,
});
const systems = (files: readonly Artifact[]) => files.map(({ os, arch }) => `${os} ${arch}`);

describe("files that fit", () => {
  const all = [file("macOS", "arm64"), file("win32"), file("any"), file("Windows", "arm64")];

  test("are those of this system, first, and those that may be for any", () => {
    expect(systems(fitting(all, "Windows"))).toEqual(["win32 x64", "Windows arm64", "any x64"]);
    expect(systems(fitting(all, "macOS"))).toEqual(["macOS arm64", "any x64"]);
    expect(systems(fitting([file("darwin"), file("linux")], "macOS"))).toEqual(["darwin x64"]);
  });

  test("are all of them where nothing tells, or none is for this system", () => {
    expect(fitting(all, "")).toEqual(all);
    expect(systems(fitting([file("Windows"), file("macOS")], "Linux"))).toEqual(["Windows x64", "macOS x64"]);
  });
});

test("a file is called as it is where it lies, else by its host", () => {
  expect(fileName("https://dl.example.com/desktop/Rollcall%20Setup-5.25.0.exe?v=2")).toBe(
    "Rollcall Setup-5.25.0.exe",
  );
  expect(fileName("https://dl.example.com/50%25-off/100%")).toBe("100%");
  expect(fileName("https://dl.example.com/")).toBe("dl.example.com");
});
