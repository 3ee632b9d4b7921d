import { db } from "@/lib/db";
import type { Foreseen } from "./foresee";

/** The teams whose IT installs it, by name: who is responsible there, on how many devices, and until when. */
export async function packagedTeams(behind: readonly Foreseen[]) {
  const teams = await db.team.findMany({
    where: { id: { in: behind.map(({ one }) => one.teamId) } },
    select: { id: true, name: true, responsible: { select: { user: { select: { name: true } } } } },
    orderBy: { name: "asc" },
  });
  return teams.map(({ id, name, responsible }) => {
    const devices = behind.filter(({ one }) => one.teamId === id);
    return {
      id,
      name,
      responsible: responsible.map(({ user }) => user.name).toSorted(),
      devices: devices.length,
      // One date for the whole team; where it has passed, what whoever is signed in was told.
      signOutAt: dateOf(devices, "packagedUntil") ?? dateOf(devices, "signOutAt"),
    };
  });
}

const dateOf = (devices: readonly Foreseen[], which: "packagedUntil" | "signOutAt") =>
  devices.find((one) => one[which] !== null)?.[which] ?? null;
