import { signOut } from "next-auth/react";
import { forgetPicks } from "./recent-picks";

/** Signs out of the console. */
export function leave() {
  forgetPicks();
  void signOut({ callbackUrl: "/sign-in" });
}
