import { db } from "@/lib/db";

export const dynamic = "force-dynamic";

/** Ready when the database answers; says what is wrong when it does not. */
export async function GET() {
  try {
    await db.$queryRaw`select 1`;
    return Response.json({ status: "ok", database: "ok" });
  } catch (error) {
    return Response.json({ status: "failing", database: String(error).slice(0, 300) }, { status: 503 });
  }
}
